import { ArrowLeftOutlined } from '@ant-design/icons'
import { Checkbox, Switch } from 'antd'
import { Link } from 'react-router-dom'
import { recordOf, stringOf, valueAt } from '../draft/document.ts'
import { useDraft, useDraftState } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { ChoiceField } from '../fields/choice-field.tsx'
import { FieldItem } from '../fields/field-item.tsx'
import { ImageField } from '../fields/image-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { ScheduleFields } from '../schedule/schedule-fields.tsx'
import { fits, requirementsOf, withAbility } from '../services/ability.ts'
import { useOptions } from '../services/service-editor.tsx'
import { MoreFields } from '../schema/object-fields.tsx'
import { SchemaField } from '../schema/schema-field.tsx'
import { Section, TopicTitle } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { RESOURCE_KINDS } from './resource-kinds.ts'

const SHOWN = ['name', 'kind', 'level', 'introduction', 'image', 'capacity', 'schedule']

/** Everything about one person or place. */
export function ResourceEditor({ index, back }: { readonly index: number; readonly back: string }) {
  const { t, language } = useWords()
  const draft = useDraft()
  const pointer = `/resources/${index}`
  const document = useDraftState((state) => state.document)
  const resource = recordOf(valueAt(document, pointer))
  const levels = useOptions('/levels')
  const requirements = requirementsOf(document).filter(
    ({ requirement }) => recordOf(requirement)['kind'] === resource['kind'],
  )
  return (
    <>
      <Link to={back} className="crumb">
        <ArrowLeftOutlined /> {t('staff.all')}
      </Link>
      <TopicTitle title={shownText(resource['name'], language, t('common.unnamed'))} />
      <Section title={t('staff.basics')}>
        <TextField pointer={`${pointer}/name`} label={t('staff.name')} required testId="staff-name" />
        <div className="pair">
          <ChoiceField
            pointer={`${pointer}/kind`}
            label={t('staff.kind')}
            required
            options={RESOURCE_KINDS.map((name) => ({ value: name, label: t(`services.kinds.${name}`) }))}
          />
          <ChoiceField
            pointer={`${pointer}/level`}
            label={t('staff.level')}
            options={levels}
            none={t('staff.noLevel')}
            testId="staff-level"
          />
        </div>
        <TextField pointer={`${pointer}/introduction`} label={t('staff.introduction')} lines={2} />
        <ImageField pointer={`${pointer}/image`} label={t('staff.portrait')} />
        <SchemaField pointer={`${pointer}/capacity`} testId="resource-capacity" />
        <MoreFields pointer={pointer} shown={SHOWN} />
      </Section>
      <Section title={t('staff.can')}>
        <FieldItem pointer={`${pointer}/tags`}>
          <div className="checks">
            {requirements.length === 0 ? <span className="quiet">{t('staff.canNone')}</span> : null}
            {requirements.map(({ pointer: place, service, requirement }) => {
              const { id, title } = recordOf(service)
              return (
                <Checkbox
                  key={place}
                  checked={fits(resource, requirement)}
                  data-testid={`can-${stringOf(id)}`}
                  onChange={({ target }) =>
                    draft.replace(withAbility(draft.state().document, place, index, target.checked))
                  }
                >
                  {shownText(title, language, stringOf(id))}
                </Checkbox>
              )
            })}
          </div>
        </FieldItem>
      </Section>
      <Section title={t('staff.own')} intro={t('staff.ownIntro')}>
        <FieldItem pointer={`${pointer}/schedule`}>
          <label className="switch">
            <Switch
              checked={resource['schedule'] !== undefined}
              data-testid="own-hours"
              onChange={(isOwn) =>
                draft.edit(
                  `${pointer}/schedule`,
                  isOwn ? { weekly: valueAt(document, '/hours/weekly') ?? [] } : undefined,
                )
              }
            />
            <span>{resource['schedule'] === undefined ? t('staff.shopHours') : t('staff.ownHours')}</span>
          </label>
        </FieldItem>
      </Section>
      {resource['schedule'] === undefined ? null : <ScheduleFields pointer={`${pointer}/schedule`} />}
    </>
  )
}
