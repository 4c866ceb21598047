import { Radio } from 'antd'
import { FieldItem } from '../fields/field-item.tsx'
import { valueWords } from '../schema/values.ts'
import { useWords } from '../words.ts'

const MODES = ['appointment', 'session', 'registration'] as const

/** How a service is booked. Another choice takes out what only the first one knows; undo brings it back. */
export function ModeChoice(props: {
  readonly pointer: string
  readonly mode: string
  readonly choose: (mode: string) => void
}) {
  const { t, language } = useWords()
  return (
    <FieldItem pointer={props.pointer} label={t('services.mode')} hint={t('services.modeHint')}>
      <Radio.Group
        className="stack"
        value={props.mode}
        data-testid="service-mode"
        onChange={({ target }) => props.choose(String(target.value))}
        options={MODES.map((mode) => ({ value: mode, label: valueWords('mode', mode, language) }))}
      />
    </FieldItem>
  )
}
