import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import type { AnswerRow, AnswerWords } from './answer-rows.ts'
import { Upload } from './upload.tsx'

/** How answers are told in the language of the page. */
export function useAnswerWords(): AnswerWords {
  const { t } = useWords()
  const { say } = useShop()
  return {
    say,
    yes: t('order.yes'),
    no: t('order.no'),
    files: (count) => t('people.files', { count }),
    entries: (count) => t('people.group', { count }),
    document: (type) =>
      type === 'idCard' || type === 'passport' || type === 'hkMacaoTaiwan' ? t(`people.${type}`) : type,
  }
}

/** Answers as pairs of label and value, for a `dl`. */
export function AnswerPairs({ rows }: { readonly rows: readonly AnswerRow[] }) {
  const { t } = useWords()
  return rows.map(({ id, label, value, files, entries }) => (
    <div key={id}>
      <dt>{label}</dt>
      <dd className={value === null ? 'quiet' : undefined}>
        {files ? (
          <span className="files">
            {files.map((file) => (
              <Upload key={file} id={file} />
            ))}
          </span>
        ) : entries ? (
          entries.map((entry, index) => (
            <dl key={index} className="pairs entry">
              <AnswerPairs rows={entry} />
            </dl>
          ))
        ) : (
          (value ?? t('order.noAnswer'))
        )}
      </dd>
    </div>
  ))
}

export function Pair(props: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.value}</dd>
    </div>
  )
}
