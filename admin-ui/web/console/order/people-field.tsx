import { Checkbox, Form } from 'antd'
import type { ConsoleOrder } from '../server/shapes.ts'
import { useWords } from '../words.ts'
import { usePeople } from './use-people.ts'

/** Which people of an order; the form's value `places`. `keepOne`: somebody must stay. */
export function PeopleField({ order, keepOne }: { readonly order: ConsoleOrder; readonly keepOne?: boolean }) {
  const { t } = useWords()
  const { people, called } = usePeople(order)
  const left = people.filter(({ withdrawn }) => !withdrawn)
  return (
    <Form.Item
      name="places"
      label={keepOne === true ? undefined : t('dealings.refundPlaces')}
      rules={[
        {
          validator: (_, chosen: readonly number[]) => {
            if (chosen.length === 0) return Promise.reject(new Error(t('dealings.refundChoose')))
            return keepOne === true && chosen.length >= left.length
              ? Promise.reject(new Error(t('dealings.withdrawAll')))
              : Promise.resolve()
          },
        },
      ]}
    >
      <Checkbox.Group
        className="choices"
        options={left.map((person) => ({ value: person.index, label: called(person) }))}
        data-testid="choose-people"
      />
    </Form.Item>
  )
}
