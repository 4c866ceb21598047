import { App, Button } from 'antd'
import { useState } from 'react'
import { yuan } from '../format.ts'
import type { OrderDetail } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { ActionDialog } from './action-dialog.tsx'
import { ACTIONS, hindrance, owedOnSite, returnable, type Action } from './actions.ts'

const TEST_IDS: Readonly<Record<Action, string>> = {
  checkIn: 'check-in',
  onSite: 'take-on-site',
  completion: 'complete',
  noShow: 'no-show',
  cancellation: 'cancel-order',
}

/** Every action with what it does, or why it cannot be done now. */
export function ActionList({ order }: { readonly order: OrderDetail }) {
  const { t } = useWords()
  const { at } = useShop()
  const { message } = App.useApp()
  const [asked, setAsked] = useState<Action | null>(null)
  const now = new Date()
  const open = ACTIONS.filter((action) => hindrance(action, order, now) === null)
  const primary = open.find((action) => action === 'checkIn' || action === 'onSite' || action === 'completion')

  const hint = (action: Action): string => {
    const why = hindrance(action, order, now)
    if (why !== null)
      return t(`action.why.${why}`, { at: order.checkedInAt === null ? '' : at(order.checkedInAt), time: order.time })
    if (action === 'onSite') return t('action.onSiteHint', { amount: yuan(owedOnSite(order)) })
    if (action !== 'cancellation') return t(`action.${action}Hint`)
    const back = returnable(order)
    return back > 0 ? t('action.cancellationHint', { amount: yuan(back) }) : t('action.cancellationHintFree')
  }

  return (
    <section aria-labelledby="order-actions">
      <h2 id="order-actions" className="visually-hidden">
        {t('order.actions')}
      </h2>
      <ul className="actions">
        {ACTIONS.map((action) => (
          <li key={action}>
            <Button
              type={action === primary ? 'primary' : 'default'}
              danger={action === 'cancellation'}
              disabled={!open.includes(action)}
              aria-describedby={`hint-${action}`}
              data-testid={TEST_IDS[action]}
              onClick={() => setAsked(action)}
            >
              {action === 'cancellation' && returnable(order) === 0
                ? t('action.cancellationFree')
                : t(`action.${action}`)}
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
