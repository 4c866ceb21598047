import { App, Button } from 'antd'
import { useState } from 'react'
import type { OrderDetail } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { ActionDialog } from './action-dialog.tsx'
import { actionWords, hintWords } from './action-words.ts'
import { actionsFor, hindrance, type Action } from './actions.ts'

const TEST_IDS: Readonly<Record<Action, string>> = {
  approve: 'approve',
  reject: 'reject',
  checkIn: 'check-in',
  onSite: 'take-on-site',
  completion: 'complete',
  noShow: 'no-show',
  issueInvoice: 'issue-invoice',
  refund: 'refund',
  withdraw: 'withdraw',
  cancellation: 'cancel-order',
}

const CHIEF: readonly Action[] = ['approve', 'checkIn', 'onSite', 'completion']
const DANGEROUS: readonly Action[] = ['reject', 'withdraw', 'cancellation']

/** Every action with what it does, or why it cannot be done now. */
export function ActionList({ order }: { readonly order: OrderDetail }) {
  const { t } = useWords()
  const { at, shop } = useShop()
  const { message } = App.useApp()
  const [asked, setAsked] = useState<Action | null>(null)
  const now = new Date()
  const mode = shop.services.find(({ id }) => id === order.selection.service)?.mode
  // People of an appointment share one time, which nobody can give back for themselves.
  const actions = actionsFor(order, mode !== 'appointment')
  const open = actions.filter((action) => hindrance(action, order, now) === null)
  const primary = open.find((action) => CHIEF.includes(action))

  const hint = (action: Action): string => {
    const why = hindrance(action, order, now)
    return why === null
      ? hintWords(action, order, t)
      : t(`action.why.${why}`, {
          at: order.checkedInAt === null ? '' : at(order.checkedInAt),
          time: order.time ?? '',
        })
  }

  return (
    <section aria-labelledby="order-actions">
      <h2 id="order-actions" className="visually-hidden">
        {t('order.actions')}
      </h2>
      <ul className="actions">
        {actions.map((action) => (
          <li key={action}>
            <Button
              type={action === primary ? 'primary' : 'default'}
              danger={DANGEROUS.includes(action)}
              disabled={!open.includes(action)}
              aria-describedby={`hint-${action}`}
              data-testid={TEST_IDS[action]}
              onClick={() => setAsked(action)}
            >
              {actionWords(action, order, t)}
            </Button>
            <span id={`hint-${action}`} className="quiet figure">
              {hint(action)}
            </span>
          </li>
        ))}
      </ul>
      {asked !== null && (
        <ActionDialog
          key={asked}
          action={asked}
          order={order}
          close={() => setAsked(null)}
          done={(words) => {
            setAsked(null)
            void message.success(words)
          }}
        />
      )}
    </section>
  )
}
