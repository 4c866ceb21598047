import { recordOf, stringOf, valueAt } from '../draft/document.ts'
import { useDraftState } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { ChoiceField } from '../fields/choice-field.tsx'
import { CountField, MoneyField } from '../fields/number-fields.tsx'
import { TextField } from '../fields/text-field.tsx'
import { AddButton } from '../lists/add-button.tsx'
import { OrderedList } from '../lists/ordered-list.tsx'
import { MoreFields } from '../schema/object-fields.tsx'
import { useWords } from '../words.ts'
import { useOptions } from './service-editor.tsx'

/** The priced variants of a service: one line each, and what few need below it. */
export function OfferingsTable({ pointer }: { readonly pointer: string }) {
  const { t, language } = useWords()
  const levels = useOptions('/levels')
  const service = recordOf(useDraftState(({ document }) => valueAt(document, pointer)))
  const { duration } = service
  const isTimed = service['mode'] === 'appointment'
  const columns = isTimed ? 'columns columns-offering' : 'columns columns-ticket'
  const shown = isTimed ? ['title', 'price', 'duration', 'level'] : ['title', 'price']
  return (
    <>
      <div className={`${columns} columns-head`} aria-hidden="true">
        <span>{t('services.offeringTitle')}</span>
        <span>{t('services.price')}</span>
        {isTimed ? (
          <>
            <span>{t('services.offeringMinutes')}</span>
            <span>{t('services.level')}</span>
          </>
        ) : null}
      </div>
      <OrderedList
        pointer={`${pointer}/offerings`}
        testId="offering"
        nameOf={(entry) => shownText(recordOf(entry)['title'], language)}
        row={(place, _index, entry) => {
          const id = stringOf(recordOf(entry)['id'])
          return (
            <>
              <div className={columns}>
                <TextField
                  pointer={`${place}/title`}
                  name={t('services.offeringTitle')}
                  required
                  testId={`offering-title-${id}`}
                />
                <MoneyField
                  pointer={`${place}/price`}
                  name={t('services.price')}
                  required
                  testId={`offering-price-${id}`}
                />
                {isTimed ? (
                  <>
                    <CountField
                      pointer={`${place}/duration`}
                      name={t('services.offeringMinutes')}
                      placeholder={typeof duration === 'number' ? String(duration) : ''}
                    />
                    <ChoiceField
                      pointer={`${place}/level`}
                      name={t('services.level')}
                      options={levels}
                      none={t('services.anyLevel')}
                      testId={`offering-level-${id}`}
                    />
                  </>
                ) : null}
              </div>
              <MoreFields pointer={place} shown={shown} />
            </>
          )
        }}
      />
      <p>
        <AddButton
          pointer={`${pointer}/offerings`}
          kind="offering"
          label={t(service['mode'] === 'registration' ? 'services.addTicket' : 'services.addOffering')}
          testId="add-offering"
          make={(id) => ({ id, title: { 'zh-CN': '新价目', en: 'New price' }, price: 10_000 })}
        />
      </p>
    </>
  )
}
