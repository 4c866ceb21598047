import {
  BgColorsOutlined,
  BulbOutlined,
  ClockCircleOutlined,
  CloudUploadOutlined,
  CodeOutlined,
  FormOutlined,
  MoneyCollectOutlined,
  ScheduleOutlined,
  ShopOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { Badge } from 'antd'
import { useEffect, useMemo, useRef, type ComponentType } from 'react'
import { NavLink } from 'react-router-dom'
import { useDraftState } from '../draft/draft-context.ts'
import { useWords } from '../words.ts'
import { placeOf, TOPICS, type Topic } from './topics.ts'

const ICONS: Readonly<Record<Topic, ComponentType>> = {
  profile: ShopOutlined,
  services: ScheduleOutlined,
  staff: TeamOutlined,
  hours: ClockCircleOutlined,
  form: FormOutlined,
  fees: MoneyCollectOutlined,
  policies: SolutionOutlined,
  theme: BgColorsOutlined,
  brief: BulbOutlined,
  publish: CloudUploadOutlined,
  source: CodeOutlined,
}

/** The topics, each with the number of its problems. */
export function TopicNav({ shopKey, topic }: { readonly shopKey: string; readonly topic: Topic }) {
  const { t } = useWords()
  const problems = useDraftState((state) => state.problems)
  const counts = useMemo(() => {
    const count = new Map<Topic, number>()
    for (const { pointer } of problems) {
      const { topic: place } = placeOf(pointer)
      count.set(place, (count.get(place) ?? 0) + 1)
    }
    return count
  }, [problems])
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a narrow screen the topics are one long row.
    nav.current?.querySelector('.current')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [topic])
  return (
    <nav ref={nav} className="topics" aria-label={t('editor.nav')}>
      {TOPICS.map((name) => {
        const Icon = ICONS[name]
        return (
          <NavLink
            key={name}
            to={`/shops/${shopKey}/${name}`}
            data-testid={`nav-${name}`}
            className={name === topic ? 'topic current' : 'topic'}
            aria-current={name === topic ? 'page' : undefined}
          >
            <Icon />
            <span>{t(`editor.topics.${name}`)}</span>
            <Badge count={counts.get(name) ?? 0} size="small" />
          </NavLink>
        )
      })}
    </nav>
  )
}
