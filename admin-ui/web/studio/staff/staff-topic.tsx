import { UserOutlined } from '@ant-design/icons'
import { Link, useNavigate, useParams } from 'react-router-dom'
import { listOf, recordOf, stringOf, valueAt } from '../draft/document.ts'
import { useDraftState } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { AddButton } from '../lists/add-button.tsx'
import { OrderedList } from '../lists/ordered-list.tsx'
import { RowCard } from '../lists/row-card.tsx'
import { TitledList } from '../lists/titled-list.tsx'
import { fits, requirementsOf } from '../services/ability.ts'
import { Section, TopicTitle } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { ResourceEditor } from './resource-editor.tsx'

/** The list of resources, or the one in the address. */
export function StaffTopic({ shopKey }: { readonly shopKey: string }) {
  const { item } = useParams()
  const exists = useDraftState(({ document }) => valueAt(document, `/resources/${item ?? ''}`) !== undefined)
  return item !== undefined && exists ? (
    <ResourceEditor key={item} index={Number(item)} back={`/shops/${shopKey}/staff`} />
  ) : (
    <ResourceList shopKey={shopKey} />
  )
}

function ResourceList({ shopKey }: { readonly shopKey: string }) {
  const { t, language } = useWords()
  const navigate = useNavigate()
  const document = useDraftState((state) => state.document)
  const open = (index: number): void => void navigate(`/shops/${shopKey}/staff/${index}`)
  const requirements = requirementsOf(document)
  const levels = new Map(
    listOf(valueAt(document, '/levels')).map((entry) => [
      recordOf(entry)['id'],
      shownText(recordOf(entry)['title'], language),
    ]),
  )
  return (
    <>
      <TopicTitle
        title={t('editor.topics.staff')}
        intro={t('staff.intro')}
        extra={
          <AddButton
            pointer="/resources"
            kind="staff"
            label={t('staff.add')}
            testId="add-staff"
            make={(id) => ({ id, kind: 'staff', name: { 'zh-CN': '新员工', en: 'New' } })}
            onAdded={open}
          />
        }
      />
      <OrderedList
        pointer="/resources"
        testId="resource"
        isOptional
        empty={t('staff.empty')}
        nameOf={(entry) => shownText(recordOf(entry)['name'], language)}
        row={(place, index, entry) => {
          const resource = recordOf(entry)
          const able = new Set(
            requirements.filter(({ requirement }) => fits(entry, requirement)).map(({ service }) => service),
          )
          const kind = resource['kind']
          const facts = [
            kind === 'room' || kind === 'court' || kind === 'vehicle' || kind === 'equipment'
              ? t(`services.kinds.${kind}`)
              : undefined,
            levels.get(resource['level']),
            t('staff.canCount', { count: able.size }),
            resource['schedule'] === undefined ? t('staff.shopHours') : t('staff.ownHours'),
          ]
          return (
            <Link to={`/shops/${shopKey}/staff/${index}`} className="row-link">
              <RowCard
                pointer={place}
                before={
                  <span className="face" aria-hidden="true">
                    <UserOutlined />
                  </span>
                }
                title={shownText(resource['name'], language, stringOf(resource['id']))}
                facts={facts.filter((fact) => fact !== undefined)}
              />
            </Link>
          )
        }}
      />
      <p>
        <AddButton
          pointer="/resources"
          kind="room"
          label={t('staff.addPlace')}
          make={(id) => ({ id, kind: 'room', name: { 'zh-CN': '新房间', en: 'New room' } })}
          onAdded={open}
        />
      </p>
      <Section title={t('staff.levels')} intro={t('staff.levelsIntro')}>
        <TitledList pointer="/levels" kind="level" add={t('staff.addLevel')} />
      </Section>
    </>
  )
}
