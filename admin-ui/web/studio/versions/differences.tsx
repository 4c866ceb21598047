import { Tag } from 'antd'
import { useDraftState } from '../draft/draft-context.ts'
import { percentOf, priceOf } from '../money/yuan.ts'
import { useWords } from '../words.ts'
import { compare } from './compare.ts'
import { placeWords } from './place-words.ts'

const MOST = 100
const COLOURS = { added: 'green', removed: 'red', changed: 'gold' } as const

/** How the draft differs from an older description, place by place. */
export function Differences({ number, before }: { readonly number: number; readonly before: unknown }) {
  const { t, language } = useWords()
  const document = useDraftState((state) => state.document)
  const differences = compare(before, document)
  if (differences.length === 0) return <p className="quiet">{t('versions.same')}</p>
  return (
    <div data-testid="differences">
      <p className="quiet">{t('versions.changes', { number, count: differences.length })}</p>
      <ul className="differences">
        {differences.slice(0, MOST).map((difference) => (
          <li key={`${difference.kind} ${difference.pointer}`}>
            <div>
              <Tag color={COLOURS[difference.kind]}>{t(`versions.${difference.kind}`)}</Tag>
              {placeWords(difference.kind === 'removed' ? before : document, difference.pointer, language)}
            </div>
            {difference.before === undefined ? null : <del>{short(difference.pointer, difference.before)}</del>}
            {difference.after === undefined ? null : <ins>{short(difference.pointer, difference.after)}</ins>}
          </li>
        ))}
      </ul>
      {differences.length > MOST ? (
        <p className="quiet">{t('versions.more', { count: differences.length - MOST })}</p>
      ) : null}
    </div>
  )
}

/** Amounts and shares as people write them; the rest as it is, cut where it is long. */
function short(pointer: string, value: unknown): string {
  if (typeof value === 'number' && /\/(price|amount)$/.test(pointer)) return priceOf(value)
  if (typeof value === 'number' && /\/(rate|refund)$/.test(pointer)) return `${percentOf(value)}%`
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}
