import { ColorPicker, Input } from 'antd'
import { useState } from 'react'
import { useValue } from '../draft/draft-context.ts'
import { FieldItem, inputId } from '../fields/field-item.tsx'
import { Section, TopicTitle } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { contrastWithWhite } from './contrast.ts'
import { LookChoice } from './look-choice.tsx'

const COLOUR = /^#[0-9a-fA-F]{6}$/
const COMMON = [
  '#2F6B5E',
  '#3A5A8C',
  '#8C3A4E',
  '#9A5B2C',
  '#5B4B8A',
  '#C2410C',
  '#0F766E',
  '#1F2937',
  '#B45309',
  '#BE185D',
]

/** The accent of the mini-program, with a word on how readable it is, and its look. */
export function ThemeTopic() {
  const { t } = useWords()
  const [value, edit] = useValue('/theme/accent')
  const [typed, setTyped] = useState<string | null>(null)
  const accent = typeof value === 'string' ? value : ''
  const isColour = COLOUR.test(accent)
  const ratio = isColour ? contrastWithWhite(accent) : 0
  const rounded = (Math.floor(ratio * 10) / 10).toFixed(1)
  return (
    <>
      <TopicTitle title={t('editor.topics.theme')} intro={t('brief.themeIntro')} />
      <Section title={t('brief.accent')}>
        <FieldItem
          pointer="/theme/accent"
          htmlFor={inputId('/theme/accent')}
          hint={isColour ? t(ratio >= 4.5 ? 'brief.contrastFine' : 'brief.contrastLow', { ratio: rounded }) : undefined}
        >
          <div className="accent">
            <ColorPicker
              value={isColour ? accent : '#2F6B5E'}
              disabledAlpha
              onChange={(colour) => {
                setTyped(null)
                edit(colour.toHexString().slice(0, 7))
              }}
            />
            <Input
              id={inputId('/theme/accent')}
              aria-label={t('brief.accent')}
              data-testid="theme-accent"
              style={{ width: 120 }}
              value={typed ?? accent}
              maxLength={7}
              onChange={({ target }) => {
                setTyped(target.value)
                edit(target.value)
              }}
              onBlur={() => setTyped(null)}
            />
            <span className="swatches" role="group" aria-label={t('brief.presets')}>
              {COMMON.map((colour) => (
                <button
                  key={colour}
                  type="button"
                  className="swatch"
                  style={{ background: colour }}
                  aria-label={colour}
                  aria-pressed={colour.toLowerCase() === accent.toLowerCase()}
                  data-testid={`accent-${colour.slice(1)}`}
                  onClick={() => {
                    setTyped(null)
                    edit(colour)
                  }}
                />
              ))}
            </span>
          </div>
        </FieldItem>
      </Section>
      <Section title={t('brief.look')}>
        <LookChoice accent={isColour ? accent : '#2F6B5E'} />
      </Section>
    </>
  )
}
