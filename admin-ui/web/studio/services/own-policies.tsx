import { Switch } from 'antd'
import { recordOf, valueAt, withValue } from '../draft/document.ts'
import { useDraft, useDraftState } from '../draft/draft-context.ts'
import { DEFAULTS, EXTRAS, POLICIES, PolicyFields, type PolicyName } from '../policies/policy-fields.tsx'
import { useWords } from '../words.ts'

/** Which of the shop's policies this service replaces, and by what. */
export function OwnPolicies({ pointer }: { readonly pointer: string }) {
  const { t } = useWords()
  const draft = useDraft()
  const own = useDraftState(({ document }) => valueAt(document, pointer))
  const turn = (name: PolicyName, isOwn: boolean): void => {
    const { document } = draft.state()
    const start = valueAt(document, `/policies/${name}`) ?? DEFAULTS[name]
    const next = withValue(document, `${pointer}/${name}`, isOwn ? start : undefined)
    const isEmpty = Object.keys(recordOf(valueAt(next, pointer))).length === 0
    draft.replace(isEmpty ? withValue(next, pointer, undefined) : next)
  }
  return (
    <div data-pointer={pointer}>
      {[...POLICIES, ...EXTRAS].map((name) => {
        const isOwn = recordOf(own)[name] !== undefined
        return (
          <div key={name} className="own">
            <label className="switch">
              <Switch
                size="small"
                checked={isOwn}
                data-testid={`own-${name}`}
                aria-label={`${t('services.ownSwitch')}: ${t(`policies.${name}`)}`}
                onChange={(next) => turn(name, next)}
              />
              <span>{t(`policies.${name}`)}</span>
            </label>
            {isOwn ? (
              <div className="own-fields">
                <PolicyFields name={name} pointer={`${pointer}/${name}`} />
              </div>
            ) : null}
          </div>
        )
      })}
    </div>
  )
}
