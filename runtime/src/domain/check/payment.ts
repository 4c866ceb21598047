import type { Due, PaymentPlan } from '@kaidian/schemas'
import { named, problem, type Rule, yuan } from './finding.ts'
import { plans, policyOf } from './places.ts'
import { party } from './possible.ts'
import { cheapest } from './prices.ts'
import { lastStart } from './sessions.ts'

type Instalments = Extract<PaymentPlan, { kind: 'instalments' }>

export const depositsStateOneThing: Rule = function* (shop) {
  for (const { plan, pointer } of plans(shop)) {
    if (plan.kind !== 'deposit') continue
    if ((plan.rate === undefined) === (plan.amount === undefined))
      yield problem(
        plan.rate === undefined ? `${pointer}/rate` : `${pointer}/amount`,
        'DEPOSIT_INCOMPLETE',
        '定金写比例（rate）或金额（amount），只写一项。',
        'A deposit states a rate or an amount: one of the two.',
      )
    else if (plan.each === true && plan.amount === undefined)
      yield problem(
        `${pointer}/each`,
        'DEPOSIT_INCOMPLETE',
        '比例已经随总额变化，不用再乘人数。请删掉 each，或改写金额。',
        'A rate follows the total by itself. Take “each” out, or state an amount.',
      )
  }
}

export const depositsStayBelowThePrice: Rule = function* (shop) {
  for (const { plan, pointer, services } of plans(shop)) {
    if (plan.kind !== 'deposit' || plan.amount === undefined) continue
    for (const service of services) {
      const amount = plan.each === true ? plan.amount * party(service).min : plan.amount
      const found = cheapest(shop, service)
      if (!found || found.price >= amount) continue
      const { zh, en } = named(found.offering.title)
      yield problem(
        `${pointer}/amount`,
        'DEPOSIT_EXCEEDS_PRICE',
        `定金 ${yuan(amount)} 元，比「${zh}」的 ${yuan(found.price)} 元还多。请改小，或给这项服务另写付款规则。`,
        `The deposit of ¥${yuan(amount)} is more than “${en}” costs (¥${yuan(found.price)}). Lower it, or give that service a payment policy of its own.`,
      )
      break
    }
  }
}

/** Every place where it is said when something is due. */
function dues(plan: PaymentPlan, pointer: string): { due: Due; at: string }[] {
  if (plan.kind === 'deposit')
    return typeof plan.balance === 'object' ? [{ due: plan.balance, at: `${pointer}/balance` }] : []
  if (plan.kind !== 'instalments') return []
  return plan.parts.flatMap(({ due }, index) => (due ? [{ due, at: `${pointer}/parts/${index}/due` }] : []))
}

export const duesStateOneTime: Rule = function* (shop) {
  for (const { plan, pointer } of plans(shop))
    for (const { due, at } of dues(plan, pointer))
      if (Object.values(due).filter((value) => value !== undefined).length !== 1)
        yield problem(
          at,
          'DUE_UNCLEAR',
          '何时付，写到期时刻（at）、开始前（before）或下单后（after）其中一项。',
          'When it is due is stated by one of: at, before (the start), after (the order).',
        )
}

export const duesBeforeAStartHaveOne: Rule = function* (shop) {
  for (const { plan, pointer, services } of plans(shop)) {
    const dated = services.some(({ mode, event }) => mode !== 'registration' || event !== undefined)
    if (dated || services.length === 0) continue
    for (const { due, at } of dues(plan, pointer))
      if (due.before !== undefined)
        yield problem(
          `${at}/before`,
          'NO_START',
          '按开始前多久算，可这里的报名没有日期（event）。请改成 at 或 after，或加上活动时间。',
          'It is due before the start, but this registration has no date (event). Make it “at” or “after”, or add an event time.',
        )
  }
}

export const paymentsAreDueBeforeTheEnd: Rule = function* (shop) {
  for (const { plan, pointer, services } of plans(shop))
    for (const { due, at } of dues(plan, pointer)) {
      const { at: moment } = due
      if (moment === undefined || services.length === 0) continue
      const lasts = services.flatMap((service) => lastStart(service) ?? [])
      const [last = ''] = lasts.toSorted((a, b) => (a < b ? 1 : -1))
      if (lasts.length < services.length || moment <= last) continue
      yield problem(
        `${at}/at`,
        'DUE_AFTER_START',
        `${moment.replace('T', ' ')} 才到期，可 ${last.replace('T', ' ')} 就开始了。请提前。`,
        `It is due at ${moment.replace('T', ' ')}, but all has begun by ${last.replace('T', ' ')}. Make it earlier.`,
      )
    }
}

/** Why a part of a payment plan is not written as it should be. */
function* partFaults({ parts }: Instalments, pointer: string) {
  for (const [index, { rate, amount, due }] of parts.entries()) {
    const at = `${pointer}/parts/${index}`
    const last = index === parts.length - 1
    if (last && (rate !== undefined || amount !== undefined))
      yield problem(
        `${at}/${rate === undefined ? 'amount' : 'rate'}`,
        'PART_UNCLEAR',
        '最后一期是剩下的全部，不写金额或比例。请删掉。',
        'The last part is all that is left, and states no amount or rate. Take it out.',
      )
    else if (!last && (rate === undefined) === (amount === undefined))
      yield problem(
        at,
        'PART_UNCLEAR',
        '这一期写比例（rate）或金额（amount），只写一项。',
        'This part states a rate or an amount: one of the two.',
      )
    if ((index === 0) !== (due === undefined))
      yield problem(
        `${at}/due`,
        'PART_UNCLEAR',
        index === 0 ? '第一期下单时付，不写 due。请删掉。' : '要说这一期何时付，请加上 due。',
        index === 0
          ? 'The first part is paid with the order and has no due. Take it out.'
          : 'Say when this part is due: add “due”.',
      )
  }
}

export const partsAreClear: Rule = function* (shop) {
  for (const { plan, pointer } of plans(shop)) if (plan.kind === 'instalments') yield* partFaults(plan, pointer)
}

export const partsLeaveARest: Rule = function* (shop) {
  for (const { plan, pointer } of plans(shop)) {
    if (plan.kind !== 'instalments') continue
    const sum = plan.parts.reduce((rates, { rate = 0 }) => rates + rate, 0)
    if (sum >= 10000)
      yield problem(
        `${pointer}/parts`,
        'NOTHING_LEFT_TO_PAY',
        '前几期加起来已经是全部，最后一期没有可付的。请改小。',
        'The parts before come to all of it, so nothing is left for the last. Lower them.',
      )
  }
}

export const partsFollowOneAnother: Rule = function* (shop) {
  for (const { plan, pointer } of plans(shop)) {
    if (plan.kind !== 'instalments') continue
    for (const [index, { due }] of plan.parts.entries()) {
      const before = plan.parts[index - 1]?.due
      if (!due || !before) continue
      const wrong =
        (due.at !== undefined && before.at !== undefined && due.at <= before.at) ||
        (due.after !== undefined && before.after !== undefined && due.after <= before.after) ||
        (due.before !== undefined && before.before !== undefined && due.before >= before.before)
      if (wrong)
        yield problem(
          `${pointer}/parts/${index}/due`,
          'PARTS_OUT_OF_ORDER',
          '这一期不比上一期晚。请按先后次序写。',
          'This part is not due later than the one before. Write them in their order.',
        )
    }
  }
}

export const freeServicesHaveNoPrice: Rule = function* (shop) {
  for (const { plan, pointer, services } of plans(shop)) {
    if (plan.kind !== 'free') continue
    for (const service of services) {
      const priced = service.offerings.find(({ price }) => price > 0)
      if (!priced) continue
      const { zh, en } = named(priced.title)
      yield problem(
        pointer,
        'PRICE_OF_FREE',
        `付款规则是免费，可「${zh}」的价格是 ${yuan(priced.price)} 元。请改价格或付款规则。`,
        `The payment policy is free, but “${en}” costs ¥${yuan(priced.price)}. Change the price or the policy.`,
      )
      break
    }
  }
}

export const approvalAfterPaymentHasAPayment: Rule = function* (shop) {
  const told = new Set<string>()
  for (const { plan, pointer, services } of plans(shop)) {
    if ((plan.kind !== 'onSite' && plan.kind !== 'free') || told.has(pointer)) continue
    const found = services.find((service) =>
      [policyOf(shop, service, 'booking')?.approval, ...service.offerings.map(({ approval }) => approval)].includes(
        'afterPayment',
      ),
    )
    if (!found) continue
    told.add(pointer)
    const { zh, en } = named(found.title)
    yield problem(
      pointer,
      'APPROVAL_WITHOUT_PAYMENT',
      `「${zh}」写的是付款后审核（afterPayment），可这里不在线付款。请把审核改成 beforePayment，或改付法。`,
      `“${en}” is approved after payment, but nothing is paid in the app here. Make the approval beforePayment, or change the plan.`,
    )
  }
}

export const holdsLeaveTimeToPay: Rule = function* (shop) {
  for (const { plan, services } of plans(shop)) {
    if (plan.kind === 'free' || plan.kind === 'onSite') continue
    const minutes = services.map((service) => policyOf(shop, service, 'booking')?.holdMinutes ?? 15)
    const index = minutes.findIndex((one) => one < 5)
    const service = services[index]
    if (!service) continue
    const own = service.policies?.booking
    yield problem(
      own
        ? `/services/${shop.services.indexOf(service)}/policies/booking/holdMinutes`
        : '/policies/booking/holdMinutes',
      'HOLD_TOO_SHORT',
      `只保留 ${minutes[index]} 分钟，填表付款来不及。请至少写 5。`,
      `A place is held for ${minutes[index]} minutes, too few to fill in the form and pay. Make it 5 at least.`,
    )
    return
  }
}
