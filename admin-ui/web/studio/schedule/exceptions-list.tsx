import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import { listOf, recordOf, stringOf } from '../draft/document.ts'
import { useDraft } from '../draft/draft-context.ts'
import { FieldItem } from '../fields/field-item.tsx'
import { TextField } from '../fields/text-field.tsx'
import { AddButton } from '../lists/add-button.tsx'
import { OrderedList } from '../lists/ordered-list.tsx'
import { useWords } from '../words.ts'
import { TimeInput } from './time-input.tsx'

/** Days that differ from the week: closed, or open at other hours. */
export function ExceptionsList({ pointer }: { readonly pointer: string }) {
  const { t } = useWords()
  return (
    <>
      <OrderedList
        pointer={pointer}
        testId="exception"
        isOptional
        empty={t('hours.none')}
        nameOf={(entry) => stringOf(recordOf(entry)['from'])}
        row={(place, _index, entry) => <ExceptionFields pointer={place} entry={entry} />}
      />
      <p>
        <AddButton
          pointer={pointer}
          kind="exception"
          label={t('hours.addException')}
          testId="add-exception"
          make={() => ({ from: dayjs().add(7, 'day').format('YYYY-MM-DD'), open: [] })}
        />
      </p>
    </>
  )
}

function ExceptionFields({ pointer, entry }: { readonly pointer: string; readonly entry: unknown }) {
  const { t } = useWords()
  const draft = useDraft()
  const { from, to, open } = recordOf(entry)
  const ranges = listOf(open).map(recordOf)
  const first = dayjs(stringOf(from))
  const last = to === undefined ? first : dayjs(stringOf(to))
  return (
    <>
      <div className="pause">
        <FieldItem pointer={pointer}>
          <DatePicker.RangePicker
            value={first.isValid() && last.isValid() ? [first, last] : null}
            allowClear={false}
            aria-label={t('hours.dates')}
            placeholder={[t('hours.firstDay'), t('hours.lastDay')]}
            onChange={(days) => {
              const start = days?.[0]?.format('YYYY-MM-DD')
              const end = days?.[1]?.format('YYYY-MM-DD')
              if (start === undefined || end === undefined) return
              const { to: _to, ...rest } = recordOf(entry)
              draft.edit(pointer, { ...rest, from: start, ...(end === start ? {} : { to: end }) })
            }}
          />
        </FieldItem>
        <Segmented
          value={ranges.length === 0 ? 'closed' : 'open'}
          onChange={(next) => draft.edit(`${pointer}/open`, next === 'closed' ? [] : [{ from: '10:00', to: '18:00' }])}
          options={[
            { value: 'closed', label: t('hours.closedAll') },
            { value: 'open', label: t('hours.open') },
          ]}
        />
      </div>
      {ranges.map((range, index) => (
        <span className="range" key={index} data-pointer={`${pointer}/open/${String(index)}`}>
          <TimeInput
            value={stringOf(range['from'])}
            name={t('hours.from')}
            onChange={(time) => draft.edit(`${pointer}/open/${String(index)}/from`, time)}
          />
          <span>–</span>
          <TimeInput
            value={stringOf(range['to'])}
            name={t('hours.to')}
            onChange={(time) => draft.edit(`${pointer}/open/${String(index)}/to`, time)}
          />
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('common.remove')}
            onClick={() => draft.edit(`${pointer}/open`, ranges.toSpliced(index, 1))}
          />
          {index === ranges.length - 1 ? (
            <Button
              type="text"
              size="small"
              icon={<PlusOutlined />}
              aria-label={t('hours.addRange')}
              onClick={() => draft.edit(`${pointer}/open`, [...ranges, { from: '18:00', to: '21:00' }])}
            />
          ) : null}
        </span>
      ))}
      <TextField pointer={`${pointer}/reason`} label={t('hours.reason')} hint={t('hours.reasonHint')} />
    </>
  )
}
