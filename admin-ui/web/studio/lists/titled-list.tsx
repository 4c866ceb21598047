import { recordOf } from '../draft/document.ts'
import { shownText } from '../draft/words.ts'
import { TextField } from '../fields/text-field.tsx'
import { useWords } from '../words.ts'
import { AddButton } from './add-button.tsx'
import { IdButton } from './id-button.tsx'
import { OrderedList } from './ordered-list.tsx'

/** A short list of names: levels, memberships, categories. */
export function TitledList({ pointer, kind, add }: { pointer: string; kind: string; add: string }) {
  const { t, language } = useWords()
  return (
    <>
      <OrderedList
        pointer={pointer}
        testId={kind}
        isOptional
        nameOf={(entry) => shownText(recordOf(entry)['title'], language)}
        buttons={(index, entry) => (
          <IdButton pointer={`${pointer}/${String(index)}`} name={shownText(recordOf(entry)['title'], language)} />
        )}
        row={(place) => <TextField pointer={`${place}/title`} name={t('common.title')} required />}
      />
      <p>
        <AddButton
          pointer={pointer}
          kind={kind}
          label={add}
          testId={`add-${kind}`}
          make={(id) => ({ id, title: { 'zh-CN': t('common.newEntry'), en: 'New' } })}
        />
      </p>
    </>
  )
}
