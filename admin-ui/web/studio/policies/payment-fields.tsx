import { Radio } from 'antd'
import { recordOf } from '../draft/document.ts'
import { useDraft, useDraftState, useValue } from '../draft/draft-context.ts'
import { FieldItem } from '../fields/field-item.tsx'
import { PercentField } from '../fields/number-fields.tsx'
import { freshObject } from '../schema/fresh.ts'
import { branchesOf, kindOf, partAt } from '../schema/language.ts'
import { MoreFields, ObjectFields } from '../schema/object-fields.tsx'
import { useWords } from '../words.ts'

const KINDS = ['full', 'deposit', 'instalments', 'onSite', 'free', 'choice'] as const

/** What is paid when and where; a choice leaves it to the customer. */
export function PaymentFields({ pointer }: { readonly pointer: string }) {
  const { t } = useWords()
  const draft = useDraft()
  const document = useDraftState((state) => state.document)
  const [value] = useValue(pointer)
  const { kind, amount } = recordOf(value)
  const part = partAt(document, pointer)
  const choose = (next: string): void => {
    const branch = part && branchesOf(part.schema).find((one) => kindOf(one) === next)
    if (branch) draft.edit(pointer, freshObject(document, pointer, branch, { ...recordOf(value), kind: next }))
  }
  return (
    <>
      <FieldItem pointer={`${pointer}/kind`}>
        <Radio.Group
          className="stack"
          value={kind}
          data-testid="policy-payment"
          onChange={({ target }) => choose(String(target.value))}
          options={KINDS.map((name) => ({ value: name, label: t(`policies.${name}`) }))}
        />
      </FieldItem>
      {kind === 'deposit' && amount === undefined ? (
        <div className="sentence">
          <span>{t('policies.depositRate')}</span>
          <PercentField pointer={`${pointer}/rate`} name={t('policies.depositRate')} testId="policy-deposit" />
        </div>
      ) : null}
      {kind === 'deposit' ? (
        <MoreFields pointer={pointer} shown={amount === undefined ? ['rate'] : []} />
      ) : (
        <ObjectFields pointer={pointer} />
      )}
    </>
  )
}
