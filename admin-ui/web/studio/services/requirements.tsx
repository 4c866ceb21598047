import { DeleteOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { listOf, recordOf, stringOf, valueAt, withValue } from '../draft/document.ts'
import { useDraft, useDraftState, useValue } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { ChoiceField } from '../fields/choice-field.tsx'
import { FieldItem } from '../fields/field-item.tsx'
import { TextField } from '../fields/text-field.tsx'
import { AddButton } from '../lists/add-button.tsx'
import { useWords } from '../words.ts'
import { fits, withAbility } from './ability.ts'
import { MoreFields, ObjectFields } from '../schema/object-fields.tsx'
import { RESOURCE_KINDS } from '../staff/resource-kinds.ts'

/** What a booking needs: whose time, or which place, and who of them fits. */
export function Requirements({ pointer }: { readonly pointer: string }) {
  const { t } = useWords()
  const [value] = useValue(`${pointer}/requirements`)
  const requirements = listOf(value)
  return (
    <div data-pointer={`${pointer}/requirements`}>
      {requirements.map((_requirement, index) => (
        <RequirementFields
          key={index}
          pointer={`${pointer}/requirements/${String(index)}`}
          canRemove={requirements.length > 1}
        />
      ))}
      <p>
        <AddButton
          pointer={`${pointer}/requirements`}
          kind="place"
          label={t('services.addRequirement')}
          make={(id) => ({ role: id, title: { 'zh-CN': '房间', en: 'Room' }, kind: 'room', choice: 'any' })}
        />
      </p>
    </div>
  )
}

function RequirementFields({ pointer, canRemove }: { readonly pointer: string; readonly canRemove: boolean }) {
  const { t, language } = useWords()
  const draft = useDraft()
  const requirement = useDraftState(({ document }) => valueAt(document, pointer))
  const resources = useDraftState(({ document }) => valueAt(document, '/resources'))
  const { kind } = recordOf(requirement)
  const candidates = listOf(resources).flatMap((resource, index) =>
    recordOf(resource)['kind'] === kind ? [{ resource, index }] : [],
  )
  return (
    <div className="requirement">
      <TextField pointer={`${pointer}/title`} label={t('services.role')} hint={t('services.roleHint')} required />
      <div className="pair">
        <ChoiceField
          pointer={`${pointer}/kind`}
          label={t('services.kind')}
          required
          options={RESOURCE_KINDS.map((name) => ({ value: name, label: t(`services.kinds.${name}`) }))}
        />
        <ChoiceField
          pointer={`${pointer}/choice`}
          label={t('services.choice')}
          absent="customer"
          options={[
            { value: 'customer', label: t('services.choiceCustomer') },
            { value: 'any', label: t('services.choiceAny') },
          ]}
        />
      </div>
      <FieldItem pointer={`${pointer}/tags`} label={t('services.able')}>
        {candidates.length === 0 ? <span className="quiet">{t('services.ableNone')}</span> : null}
        <div className="checks">
          {candidates.map(({ resource, index }) => (
            <Checkbox
              key={index}
              checked={fits(resource, requirement)}
              data-testid={`able-${stringOf(recordOf(resource)['id'])}`}
              onChange={({ target }) =>
                draft.replace(withAbility(draft.state().document, pointer, index, target.checked))
              }
            >
              {shownText(recordOf(resource)['name'], language, stringOf(recordOf(resource)['id']))}
            </Checkbox>
          ))}
        </div>
      </FieldItem>
      <ObjectFields pointer={pointer} only={['quantity', 'part']} />
      <MoreFields pointer={pointer} shown={['title', 'kind', 'choice', 'quantity', 'part']} />
      {canRemove ? (
        <Button
          type="text"
          icon={<DeleteOutlined />}
          onClick={() => draft.replace(withValue(draft.state().document, pointer, undefined))}
        >
          {t('common.remove')}
        </Button>
      ) : null}
    </div>
  )
}
