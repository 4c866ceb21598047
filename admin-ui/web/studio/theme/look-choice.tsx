import type { Appearance, Look } from '@kaidian/runtime/domain/booking.ts'
import { Segmented } from 'antd'
import { useValue } from '../draft/draft-context.ts'
import { FieldItem } from '../fields/field-item.tsx'
import { useWords } from '../words.ts'
import { LookSample } from './look-sample.tsx'

const LOOKS: readonly Look[] = ['calm', 'crisp', 'warm']
const APPEARANCES: readonly Appearance[] = ['system', 'light', 'dark']

/** The look, chosen from small drawings in the shop's own colour, and whether it is light or dark at first. */
export function LookChoice({ accent }: { readonly accent: string }) {
  const { t } = useWords()
  const [look = 'calm', setLook] = useValue('/theme/look')
  const [appearance = 'system', setAppearance] = useValue('/theme/appearance')
  return (
    <>
      <FieldItem pointer="/theme/look">
        <div className="looks" role="radiogroup" aria-label={t('brief.look')}>
          {LOOKS.map((each) => (
            <label key={each} className="look" data-testid={`look-${each}`}>
              <input type="radio" name="look" checked={look === each} onChange={() => setLook(each)} />
              <LookSample look={each} accent={accent} dark={appearance === 'dark'} />
              <span className="look-name">{t(`brief.looks.${each}.name`)}</span>
              <span className="look-says">{t(`brief.looks.${each}.says`)}</span>
            </label>
          ))}
        </div>
      </FieldItem>
      <FieldItem pointer="/theme/appearance" label={t('brief.appearance')} hint={t('brief.appearanceHint')}>
        <Segmented
          data-testid="appearance"
          value={typeof appearance === 'string' ? appearance : 'system'}
          options={APPEARANCES.map((each) => ({ value: each, label: t(`brief.appearances.${each}`) }))}
          onChange={(next) => setAppearance(next)}
        />
      </FieldItem>
    </>
  )
}
