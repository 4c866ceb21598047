import type { ComponentType } from 'react'
import { BriefTopic } from '../brief/brief-topic.tsx'
import { PublishTopic } from '../brief/publish-topic.tsx'
import type { Topic } from '../editor/topics.ts'
import { FeesTopic } from '../fees/fees-topic.tsx'
import { FormTopic } from '../form/form-topic.tsx'
import { PoliciesTopic } from '../policies/policies-topic.tsx'
import { HoursTopic } from '../schedule/hours-topic.tsx'
import { ServicesTopic } from '../services/services-topic.tsx'
import { SourceTopic } from '../source/source-topic.tsx'
import { StaffTopic } from '../staff/staff-topic.tsx'
import { ThemeTopic } from '../theme/theme-topic.tsx'
import { ProfileTopic } from './profile-topic.tsx'

const PAGES: Readonly<Record<Topic, ComponentType<{ readonly shopKey: string }>>> = {
  profile: ProfileTopic,
  services: ServicesTopic,
  staff: StaffTopic,
  hours: HoursTopic,
  form: FormTopic,
  fees: FeesTopic,
  policies: PoliciesTopic,
  theme: ThemeTopic,
  brief: BriefTopic,
  publish: PublishTopic,
  source: SourceTopic,
}

/** The fields of one topic. */
export function TopicPage({ topic, shopKey }: { readonly topic: Topic; readonly shopKey: string }) {
  const Page = PAGES[topic]
  return <Page shopKey={shopKey} />
}
