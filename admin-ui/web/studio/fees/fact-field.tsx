import { factsAt } from '../condition/facts-at.ts'
import { useDraftState } from '../draft/draft-context.ts'
import { ChoiceField } from '../fields/choice-field.tsx'
import { useWords } from '../words.ts'

const NUMBERS = new Set(['number', 'minutes', 'money'])

/** A fact that is a number, of those the rule may look at. */
export function FactField({ pointer, label }: { readonly pointer: string; readonly label: string }) {
  const { language } = useWords()
  const document = useDraftState((state) => state.document)
  const facts = factsAt(document, pointer.replace(/apply\/fact$/, 'when'), language)
  return (
    <ChoiceField
      pointer={pointer}
      label={label}
      required
      options={facts
        .filter(({ kind }) => NUMBERS.has(kind))
        .map(({ name, label: words }) => ({ value: name, label: words }))}
    />
  )
}
