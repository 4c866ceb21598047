import { yuan } from '../format.ts'
import type { ConsoleOrder } from '../server/shapes.ts'
import type { useWords } from '../words.ts'
import { owedOnSite, returnable, type Action } from './actions.ts'
import type { ActionInput } from './use-action.ts'

type T = ReturnType<typeof useWords>['t']

/** What the button of an action says. */
export function actionWords(action: Action, order: Pick<ConsoleOrder, 'money'>, t: T): string {
  switch (action) {
    case 'approve':
    case 'reject':
    case 'refund':
    case 'withdraw':
    case 'issueInvoice':
      return t(`dealings.${action}`)
    case 'cancellation':
      return returnable(order) === 0 ? t('action.cancellationFree') : t('action.cancellation')
    case 'checkIn':
    case 'onSite':
    case 'completion':
    case 'noShow':
      return t(`action.${action}`)
  }
}

/** What an action does, beside its button. */
export function hintWords(action: Action, order: ConsoleOrder, t: T): string {
  const back = returnable(order)
  switch (action) {
    case 'approve':
    case 'reject':
    case 'withdraw':
    case 'issueInvoice':
      return t(`dealings.${action}Hint`)
    case 'refund':
      return t('dealings.refundHint', { amount: yuan(back) })
    case 'onSite':
      return t('action.onSiteHint', { amount: yuan(owedOnSite(order)) })
    case 'cancellation':
      return back > 0 ? t('action.cancellationHint', { amount: yuan(back) }) : t('action.cancellationHintFree')
    case 'checkIn':
    case 'completion':
    case 'noShow':
      return t(`action.${action}Hint`)
  }
}

/** What a dialog asks. */
export function askWords(action: Action, name: string, t: T): string {
  switch (action) {
    case 'approve':
    case 'reject':
      return t(`dealings.${action}Ask`, { name })
    case 'refund':
    case 'withdraw':
    case 'issueInvoice':
      return t(`dealings.${action}Ask`)
    case 'onSite':
      return t('action.onSiteAsk')
    case 'checkIn':
    case 'completion':
    case 'noShow':
    case 'cancellation':
      return t(`action.${action}Ask`, { name })
  }
}

/** What is said when it is done. */
export function doneWords(action: Action, order: ConsoleOrder, { amount, places }: ActionInput, t: T): string {
  const back = returnable(order)
  switch (action) {
    case 'approve':
    case 'reject':
    case 'refund':
    case 'issueInvoice':
      return t(`dealings.${action}Done`)
    case 'withdraw':
      return t('dealings.withdrawDone', { count: places?.length ?? 0 })
    case 'onSite':
      return t('action.onSiteDone', { amount: yuan(amount ?? 0) })
    case 'cancellation':
      return back > 0 ? t('action.cancellationDone', { amount: yuan(back) }) : t('action.cancellationDoneFree')
    case 'checkIn':
    case 'completion':
    case 'noShow':
      return t(`action.${action}Done`)
  }
}
