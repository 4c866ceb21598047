import { recordOf } from '../draft/document.ts'
import { shownText } from '../draft/words.ts'
import { CountField, MoneyField } from '../fields/number-fields.tsx'
import { TextField } from '../fields/text-field.tsx'
import { AddButton } from '../lists/add-button.tsx'
import { OrderedList } from '../lists/ordered-list.tsx'
import { MoreFields } from '../schema/object-fields.tsx'
import { useWords } from '../words.ts'

/** The shop's add-ons: name, price, extra minutes. */
export function AddOnsList() {
  const { t, language } = useWords()
  return (
    <>
      <OrderedList
        pointer="/addOns"
        testId="add-on"
        isOptional
        nameOf={(entry) => shownText(recordOf(entry)['title'], language)}
        row={(place, _index, entry) => {
          const id = String(recordOf(entry)['id'])
          return (
            <>
              <div className="columns columns-priced">
                <TextField pointer={`${place}/title`} name={t('common.title')} required />
                <MoneyField
                  pointer={`${place}/price`}
                  name={t('services.price')}
                  required
                  testId={`add-on-price-${id}`}
                />
                <CountField
                  pointer={`${place}/minutes`}
                  name={t('services.extraMinutes')}
                  placeholder="0"
                  after={t('common.minutes')}
                />
              </div>
              <MoreFields pointer={place} shown={['title', 'price', 'minutes']} />
            </>
          )
        }}
      />
      <p>
        <AddButton
          pointer="/addOns"
          kind="add-on"
          label={t('services.addAddOn')}
          testId="add-add-on"
          make={(id) => ({ id, title: { 'zh-CN': '新加项', en: 'New add-on' }, price: 5000 })}
        />
      </p>
    </>
  )
}
