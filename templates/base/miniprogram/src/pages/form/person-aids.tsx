import { View } from '@tarojs/components'
import type { Asked, AskedPerson } from '@/booking/asked'
import type { Draft } from '@/booking/draft'
import { fillIn } from '@/booking/filling'
import { commonAnswers, nameIn, ownAnswers, useKeptParticipants } from '@/booking/participants'
import { Action } from '@/components/action'
import { useTranslation } from '@/i18n'

interface PersonAidsProps {
  readonly asked: Asked
  readonly draft: Draft
  readonly person: AskedPerson
  readonly onPickKept: () => void
}

/** What spares typing: somebody kept from before, the customer's own details, what was filled in for the one before. */
export const PersonAids = ({ asked, draft, person, onPickKept }: PersonAidsProps) => {
  const { t, say } = useTranslation()
  const kept = useKeptParticipants()
  const { each } = asked
  if (!each) return null
  const { form, people } = each
  const before = people[person.index - 1]
  const common = before ? commonAnswers(form, draft.participants[before.index] ?? {}) : {}
  const own = each.everyone ? ownAnswers(asked.form, draft.answers, form) : {}
  const ownName = nameIn(form, own)
  const isTaken = people.some(
    ({ index }) => ownName !== '' && nameIn(form, draft.participants[index] ?? {}) === ownName,
  )
  const has = (answers: object) => Object.keys(answers).length > 0
  const anyKept = kept.some((one) => one.form === form.id)
  const canBeMe = has(own) && !isTaken
  if (!anyKept && !canBeMe && !has(common)) return null
  return (
    <View className="aids">
      {anyKept && (
        <Action id="pick-kept" kind="quiet" small onTap={onPickKept}>
          {t.pickKept}
        </Action>
      )}
      {canBeMe && (
        <Action id="copy-own" kind="quiet" small onTap={() => fillIn(person.index, form, own)}>
          {t.copyOwn}
        </Action>
      )}
      {before && has(common) && (
        <Action id="copy-before" kind="quiet" small onTap={() => fillIn(person.index, form, common)}>
          {t.copyFrom(say(before.title))}
        </Action>
      )}
    </View>
  )
}
