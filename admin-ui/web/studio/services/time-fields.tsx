import { CountField } from '../fields/number-fields.tsx'
import { SchemaField } from '../schema/schema-field.tsx'
import { useWords } from '../words.ts'
import { Requirements } from './requirements.tsx'

/** When it takes place and what it takes: on calendars, on dates of its own, or on the day of an event. */
export function TimeFields({ pointer, mode }: { readonly pointer: string; readonly mode: string }) {
  const { t } = useWords()
  if (mode === 'registration') return <SchemaField pointer={`${pointer}/event`} />
  return (
    <>
      <div className="triple">
        <CountField pointer={`${pointer}/duration`} label={t('services.duration')} testId="service-duration" />
        <CountField pointer={`${pointer}/buffer/before`} label={t('services.bufferBefore')} placeholder="0" />
        <CountField
          pointer={`${pointer}/buffer/after`}
          label={t('services.bufferAfter')}
          placeholder="0"
          hint={t('services.bufferHint')}
        />
      </div>
      {mode === 'session' ? (
        <SchemaField pointer={`${pointer}/series`} required />
      ) : (
        <>
          <SchemaField pointer={`${pointer}/durationChoice`} />
          <Requirements pointer={pointer} />
          <SchemaField pointer={`${pointer}/combinable`} />
        </>
      )}
    </>
  )
}
