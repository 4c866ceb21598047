import { mayAskInvoice, money, Refusal } from '../domain/index.ts'
import type { Customer, Order } from '../store/index.ts'
import type { ShopContext } from './context.ts'
import { laterAnswers } from './answering.ts'
import { thereIs } from './stepping.ts'
import { keepNamed } from './uploads.ts'

/** Asks for an invoice, or puts right what it is to say. Refuses INVOICE_NOT_ALLOWED, ANSWERS_INVALID. */
export async function askInvoice(ctx: ShopContext, customer: Customer, id: string, given: unknown): Promise<Order> {
  const seen = await ctx.store.orders.find(id)
  if (!seen) throw new Refusal('NOT_FOUND')
  const shop = await ctx.shopAt(seen.version)
  const form = shop.forms.get(shop.services.get(seen.selection.service)?.invoice ?? '')
  const requireOpen = (order: Order): void => {
    if (!mayAskInvoice(order, money(order.entries, order.quote, order))) throw new Refusal('INVOICE_NOT_ALLOWED')
  }
  if (!form) throw new Refusal('INVOICE_NOT_ALLOWED')
  requireOpen(seen)
  const answers = laterAnswers(form, given)
  await keepNamed(ctx, customer, id, [{ form, answers, at: 'answers' }])
  const now = ctx.clock.now()
  return thereIs(
    await ctx.store.orders.change(id, now, (order) => {
      requireOpen(order)
      return {
        invoice: answers,
        set: { invoicing: { askedAt: now, issuedAt: null, number: null } },
        events: order.invoicing ? [] : ['invoice.asked'],
      }
    }),
  )
}

/** Notes that the invoice was made out. Refuses INVOICE_NOT_ASKED. */
export async function issueInvoice(ctx: ShopContext, id: string, number: string | undefined): Promise<Order> {
  const now = ctx.clock.now()
  return thereIs(
    await ctx.store.orders.change(id, now, ({ invoicing }) => {
      if (!invoicing || invoicing.issuedAt) throw new Refusal('INVOICE_NOT_ASKED')
      return {
        set: { invoicing: { ...invoicing, issuedAt: now, number: number?.trim() || null } },
        events: ['invoice.issued'],
      }
    }),
  )
}
