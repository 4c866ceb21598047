import { recordOf } from '../draft/document.ts'
import { shownText } from '../draft/words.ts'
import { CountField, MoneyField } from '../fields/number-fields.tsx'
import { TextField } from '../fields/text-field.tsx'
import { AddButton } from '../lists/add-button.tsx'
import { IdButton } from '../lists/id-button.tsx'
import { OrderedList } from '../lists/ordered-list.tsx'
import { MoreFields } from '../schema/object-fields.tsx'
import { useWords } from '../words.ts'

/** Options of a service, each with its values. */
export function OptionsList({ pointer }: { readonly pointer: string }) {
  const { t, language } = useWords()
  return (
    <>
      <OrderedList
        pointer={pointer}
        testId="option"
        isOptional
        nameOf={(entry) => shownText(recordOf(entry)['title'], language)}
        row={(place) => (
          <div className="option">
            <TextField pointer={`${place}/title`} label={t('common.title')} required />
            <Choices pointer={`${place}/choices`} />
            <MoreFields pointer={place} shown={['title', 'choices']} />
          </div>
        )}
      />
      <p>
        <AddButton
          pointer={pointer}
          kind="option"
          label={t('services.addOption')}
          testId="add-option"
          make={(id) => ({
            id,
            title: { 'zh-CN': '新选项', en: 'New option' },
            choices: [{ id: 'choice-1', title: { 'zh-CN': '值一', en: 'Value 1' }, price: 0 }],
          })}
        />
      </p>
    </>
  )
}

function Choices({ pointer }: { readonly pointer: string }) {
  const { t, language } = useWords()
  return (
    <>
      <div className="columns columns-priced columns-head" aria-hidden="true">
        <span>{t('common.title')}</span>
        <span>{t('services.extraPrice')}</span>
        <span>{t('services.extraMinutes')}</span>
      </div>
      <OrderedList
        pointer={pointer}
        testId="choice"
        buttons={(index, entry) => (
          <IdButton pointer={`${pointer}/${String(index)}`} name={shownText(recordOf(entry)['title'], language)} />
        )}
        nameOf={(entry) => shownText(recordOf(entry)['title'], language)}
        row={(place, _index, entry) => (
          <div className="columns columns-priced">
            <TextField pointer={`${place}/title`} name={t('common.title')} required />
            <MoneyField
              pointer={`${place}/price`}
              name={t('services.extraPrice')}
              placeholder="0"
              testId={`choice-price-${String(recordOf(entry)['id'])}`}
            />
            <CountField pointer={`${place}/minutes`} name={t('services.extraMinutes')} placeholder="0" />
          </div>
        )}
      />
      <p>
        <AddButton
          pointer={pointer}
          kind="choice"
          label={t('services.addChoice')}
          make={(id) => ({ id, title: { 'zh-CN': '新的值', en: 'New value' }, price: 0 })}
        />
      </p>
    </>
  )
}
