import type { FeeRule, Service, Shop } from '@kaidian/schemas'
import { problem, type Rule, yuan } from './finding.ts'
import { servicesOf } from './places.ts'

const PHASES = ['base', 'option', 'addOn', 'surcharge', 'discount', 'coupon', 'rounding']
const before = (a: string, b: string): boolean => PHASES.indexOf(a) < PHASES.indexOf(b)

const basisOf = (apply: FeeRule['apply']): readonly string[] => ('of' in apply ? (apply.of ?? []) : [])

export const sharesLookBack: Rule = function* ({ fees = [] }) {
  for (const [index, { apply, phase }] of fees.entries())
    for (const [at, of] of basisOf(apply).entries())
      if (!before(of, phase))
        yield problem(
          `/fees/${index}/apply/of/${at}`,
          'PHASE_NOT_EARLIER',
          `${phase} 阶段的规则只能按更早阶段的金额算，${of} 那时还没算完。请从 of 里去掉。`,
          `A rule of the phase ${phase} can only be worked out of earlier phases; ${of} is not complete by then. Take it out of “of”.`,
        )
}

/** Whether a phase can come to anything for a service. */
function comesToSomething(shop: Shop, service: Service, phase: string): boolean {
  const ruled = (shop.fees ?? []).some((rule) => rule.phase === phase && servicesOf(shop, rule).includes(service))
  const { offerings, options = [], addOns = [], requiredAddOns = [] } = service
  switch (phase) {
    case 'base':
      return ruled || offerings.some(({ price }) => price > 0)
    case 'option':
      return options.some(({ choices }) => choices.some(({ price = 0 }) => price > 0))
    case 'addOn':
      return [addOns, requiredAddOns, ...offerings.flatMap((one) => [one.addOns ?? [], one.requiredAddOns ?? []])].some(
        (list) => list.length > 0,
      )
    default:
      return ruled
  }
}

export const sharesAreOfSomething: Rule = function* (shop) {
  for (const [index, rule] of (shop.fees ?? []).entries()) {
    const of = basisOf(rule.apply)
    const services = servicesOf(shop, rule)
    if (of.length === 0 || services.length === 0 || rule.apply.kind === 'minimum') continue
    // A service may be sold with another, whose phases count as well.
    if (services.some(({ combinable }) => combinable === true)) continue
    if (!services.some((service) => of.some((phase) => comesToSomething(shop, service, phase))))
      yield problem(
        `/fees/${index}/apply/of`,
        'NOTHING_TO_SHARE',
        `这些服务在 ${of.join('、')} 阶段没有金额，这条规则永远是 0。请改 of，或改服务。`,
        `These services have no amounts in the phases ${of.join(', ')}, so this always comes to 0. Change “of”, or the services.`,
      )
  }
}

export const groupsKeepToOnePhase: Rule = function* ({ fees = [] }) {
  const phases = new Map<string, string>()
  for (const [index, { bestOf, phase }] of fees.entries()) {
    if (bestOf === undefined) continue
    const first = phases.get(bestOf) ?? phase
    phases.set(bestOf, first)
    if (first !== phase)
      yield problem(
        `/fees/${index}/bestOf`,
        'GROUP_OF_TWO_PHASES',
        `择优组「${bestOf}」里有不同阶段的规则（${first} 和 ${phase}），无法比较。请分成两组。`,
        `The group “${bestOf}” holds rules of two phases (${first} and ${phase}), which cannot be compared; make two groups.`,
      )
  }
}

/** Kinds that belong in one phase alone. */
const PHASE_OF: Readonly<Partial<Record<FeeRule['apply']['kind'], FeeRule['phase']>>> = {
  cap: 'discount',
  minimum: 'surcharge',
  round: 'rounding',
}

export const kindsStandInTheirPhase: Rule = function* ({ fees = [] }) {
  for (const [index, { apply, phase }] of fees.entries()) {
    const home = PHASE_OF[apply.kind]
    if (home !== undefined && home !== phase)
      yield problem(
        `/fees/${index}/phase`,
        'KIND_OUTSIDE_PHASE',
        `${apply.kind} 只能写在 ${home} 阶段，现在是 ${phase}。请改阶段。`,
        `${apply.kind} belongs in the phase ${home}; this is ${phase}. Change the phase.`,
      )
    else if (phase === 'rounding' && apply.kind !== 'round')
      yield problem(
        `/fees/${index}/apply/kind`,
        'KIND_OUTSIDE_PHASE',
        `rounding 阶段只能写取整（round），现在是 ${apply.kind}。请换种类或阶段。`,
        `The phase rounding takes only round; this is ${apply.kind}. Change the kind or the phase.`,
      )
  }
}

export const amountsKeepTheirBounds: Rule = function* ({ fees = [] }) {
  for (const [index, { atLeast, atMost }] of fees.entries())
    if (atLeast !== undefined && atMost !== undefined && atLeast > atMost)
      yield problem(
        `/fees/${index}/atMost`,
        'BOUNDS_REVERSED',
        `最多 ${yuan(atMost)} 元，少于最少的 ${yuan(atLeast)} 元。请对调。`,
        `At most ¥${yuan(atMost)} is below the least of ¥${yuan(atLeast)}. Swap them.`,
      )
}

export const roundingHasAUnit: Rule = function* ({ fees = [] }) {
  for (const [index, { apply }] of fees.entries())
    if (apply.kind === 'round' && apply.to === 0)
      yield problem(
        `/fees/${index}/apply/to`,
        'ROUND_TO_NOTHING',
        '取整要有单位，不能是 0：取整到元写 100，到角写 10。',
        'Rounding needs a unit other than 0: 100 for whole yuan, 10 for jiao.',
      )
}

export const tiersRise: Rule = function* ({ fees = [] }) {
  for (const [index, { apply }] of fees.entries()) {
    if (apply.kind !== 'tiered') continue
    for (const [at, { from }] of apply.tiers.entries()) {
      const last = apply.tiers[at - 1]
      if (last && from <= last.from)
        yield problem(
          `/fees/${index}/apply/tiers/${at}/from`,
          'TIERS_DO_NOT_RISE',
          `这一档从 ${from} 起，不比上一档的 ${last.from} 大。请从小到大写，各不相同。`,
          `This tier begins at ${from}, not above the ${last.from} of the one before. Write them from small to large, none twice.`,
        )
    }
  }
}

export const tiersStateOneThing: Rule = function* ({ fees = [] }) {
  for (const [index, { apply }] of fees.entries()) {
    if (apply.kind !== 'tiered') continue
    const at = `/fees/${index}/apply`
    for (const [tier, { amount, rate }] of apply.tiers.entries())
      if ((amount === undefined) === (rate === undefined))
        yield problem(
          `${at}/tiers/${tier}`,
          'TIER_INCOMPLETE',
          '每一档写金额（amount）或比例（rate），只写一项。',
          'A tier states an amount or a rate: one of the two.',
        )
    const rated = apply.tiers.findIndex(({ rate }) => rate !== undefined)
    // Graduated, a rate is of the number itself.
    if (rated >= 0 && apply.of === undefined && apply.graduated !== true)
      yield problem(
        `${at}/of`,
        'TIER_INCOMPLETE',
        '有一档写的是比例，要说是哪些阶段金额的几成。请加上 of。',
        'A tier states a rate, so say of which phases it is taken. Add “of”.',
      )
  }
}
