import { Checkbox } from 'antd'
import { recordOf, stringOf, stringsOf } from '../draft/document.ts'
import { useDraft } from '../draft/draft-context.ts'
import { FieldItem } from '../fields/field-item.tsx'
import { AddButton } from '../lists/add-button.tsx'
import { OrderedList } from '../lists/ordered-list.tsx'
import { useWords } from '../words.ts'
import { TimeInput } from './time-input.tsx'
import { WEEKDAYS } from './week.ts'

/** Pauses: which days, from when to when. No day ticked means every day. */
export function BreaksList({ pointer }: { readonly pointer: string }) {
  const { t } = useWords()
  const draft = useDraft()
  return (
    <>
      <OrderedList
        pointer={pointer}
        testId="break"
        isOptional
        empty={t('hours.none')}
        nameOf={(entry) => `${stringOf(recordOf(entry)['from'])}–${stringOf(recordOf(entry)['to'])}`}
        row={(place, _index, entry) => {
          const { days, from, to } = recordOf(entry)
          const chosen = stringsOf(days)
          return (
            <FieldItem pointer={place}>
              <div className="pause">
                <span className="range">
                  <TimeInput
                    value={stringOf(from)}
                    name={t('hours.from')}
                    onChange={(time) => draft.edit(`${place}/from`, time)}
                  />
                  <span>–</span>
                  <TimeInput
                    value={stringOf(to)}
                    name={t('hours.to')}
                    onChange={(time) => draft.edit(`${place}/to`, time)}
                  />
                </span>
                <Checkbox
                  checked={days === undefined}
                  onChange={({ target }) => draft.edit(`${place}/days`, target.checked ? undefined : [...WEEKDAYS])}
                >
                  {t('hours.everyDay')}
                </Checkbox>
                {days === undefined ? null : (
                  <Checkbox.Group
                    value={chosen}
                    options={WEEKDAYS.map((day) => ({ value: day, label: t(`hours.short.${day}`) }))}
                    onChange={(next) =>
                      draft.edit(
                        `${place}/days`,
                        WEEKDAYS.filter((day) => next.includes(day)),
                      )
                    }
                  />
                )}
              </div>
            </FieldItem>
          )
        }}
      />
      <p>
        <AddButton
          pointer={pointer}
          kind="break"
          label={t('hours.addBreak')}
          testId="add-break"
          make={() => ({ from: '12:00', to: '13:00' })}
        />
      </p>
    </>
  )
}
