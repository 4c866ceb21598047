import type { Condition } from '@kaidian/schemas'
import type { comparisons } from '../condition.ts'
import { operatorsFit, valuesFit } from './conditions.ts'
import { problem, type Rule } from './finding.ts'
import { conditions, numbers } from './places.ts'
import { type Domain, domains } from './possible.ts'

type Comparison = ReturnType<typeof comparisons>[number]['comparison']
type Value = string | number | boolean
/** What a fact can be where the condition stands. */
type DomainOf = (fact: string) => Domain

const below = (a: Value, b: Value): boolean => (typeof a === typeof b ? a < b : false)

const asList = (value: Comparison['value']): readonly Value[] =>
  Array.isArray(value) ? (value as readonly Value[]) : value === undefined ? [] : [value as Value]

const HOLDS: Readonly<Partial<Record<Comparison['op'], (one: Value, value: Comparison['value']) => boolean>>> = {
  eq: (one, value) => one === value,
  ne: (one, value) => one !== value,
  in: (one, value) => asList(value).includes(one),
  notIn: (one, value) => !asList(value).includes(one),
  lt: (one, value) => asList(value).every((limit) => below(one, limit)),
  lte: (one, value) => asList(value).every((limit) => !below(limit, one)),
  gt: (one, value) => asList(value).every((limit) => below(limit, one)),
  gte: (one, value) => asList(value).every((limit) => !below(one, limit)),
}

/** The values a fact is left with when it must be one of a few; null where it may be any. */
function candidates(about: readonly Comparison[], { values }: Domain): readonly Value[] | null {
  const lists = about.flatMap(({ op, value }) => (op === 'eq' || op === 'in' ? [asList(value)] : []))
  if (values) lists.push([...values])
  return lists.length === 0 ? null : lists.reduce((left, list) => left.filter((one) => list.includes(one)))
}

/** Whether no value at all satisfies the comparisons of one fact together. */
function contradict(about: readonly Comparison[], domain: Domain): boolean {
  const missing = about.some(({ op }) => op === 'missing')
  const needsValue = about.some(({ op }) => !['missing', 'ne', 'notIn'].includes(op))
  if (missing || !needsValue) return missing && needsValue
  if (about.some(({ op }) => op === 'contains')) return false
  const bounds: Comparison[] = []
  if (domain.low !== null) bounds.push({ fact: '', op: 'gte', value: domain.low })
  if (domain.high !== null) bounds.push({ fact: '', op: 'lte', value: domain.high })
  const all = [...about, ...bounds]
  const few = candidates(about, domain)
  if (few) return !few.some((one) => all.every(({ op, value }) => HOLDS[op]?.(one, value) ?? true))
  const lows = all.filter(({ op }) => op === 'gt' || op === 'gte')
  const highs = all.filter(({ op }) => op === 'lt' || op === 'lte')
  return lows.some(({ op: from, value: low }) =>
    highs.some(({ op: to, value: high }) => {
      const [least] = asList(low)
      const [most] = asList(high)
      if (least === undefined || most === undefined) return false
      return below(most, least) || (least === most && (from === 'gt' || to === 'lt'))
    }),
  )
}

/**
 * Parts of a condition that can never hold, given what must hold beside them. What a `not` holds is left alone: that it never
 * holds may be meant.
 * @param beside comparisons that must hold as well
 */
function* dead(
  condition: Condition,
  pointer: string,
  beside: readonly Comparison[],
  domain: DomainOf,
): Generator<{ pointer: string; fact: string }> {
  if ('not' in condition) return
  if ('any' in condition) {
    for (const [index, part] of condition.any.entries()) yield* dead(part, `${pointer}/any/${index}`, beside, domain)
    return
  }
  if ('all' in condition) {
    const known = [...beside]
    const later: [Condition, string][] = []
    for (const [index, part] of condition.all.entries()) {
      const at = `${pointer}/all/${index}`
      if (!('fact' in part)) later.push([part, at])
      else {
        const found = [...dead(part, at, known, domain)]
        yield* found
        if (found.length === 0) known.push(part)
      }
    }
    for (const [part, at] of later) yield* dead(part, at, known, domain)
    return
  }
  const about = [...beside.filter(({ fact }) => fact === condition.fact), condition]
  if (contradict(about, domain(condition.fact))) yield { pointer, fact: condition.fact }
}

export const conditionsCanHold: Rule = function* (shop) {
  // A value of the wrong kind never holds either, and is told as what it is.
  const told = [...operatorsFit(shop), ...valuesFit(shop)].map(({ pointer }) => pointer)
  const possible = domains(shop)
  for (const { condition, pointer, place } of conditions(shop)) {
    const known = new Map<string, Domain>()
    const domain: DomainOf = (fact) => {
      const found = known.get(fact) ?? possible(fact, place)
      known.set(fact, found)
      return found
    }
    for (const found of dead(condition, pointer, [], domain)) {
      if (told.some((place) => place.startsWith(`${found.pointer}/`))) continue
      yield problem(
        found.pointer,
        'NEVER_HOLDS',
        `「${found.fact}」的这个条件永远不成立：和别的条件矛盾，或超出它可能的值。请改条件或删掉。`,
        `This condition on “${found.fact}” can never hold: it contradicts the others, or asks for what cannot be. Change it, or take it out.`,
      )
    }
  }
}

export const tiersAreReached: Rule = function* (shop) {
  const possible = domains(shop)
  for (const [index, { apply }] of (shop.fees ?? []).entries()) {
    if (apply.kind !== 'tiered') continue
    const place = [...numbers(shop)].find(({ pointer }) => pointer === `/fees/${index}/apply/fact`)?.place
    const most = place && possible(apply.fact, place).high
    if (typeof most !== 'number') continue
    for (const [tier, { from }] of apply.tiers.entries())
      if (from > most)
        yield problem(
          `/fees/${index}/apply/tiers/${tier}/from`,
          'TIER_NEVER_REACHED',
          `「${apply.fact}」最多是 ${most}，到不了从 ${from} 起的这一档。请改小，或删掉这一档。`,
          `“${apply.fact}” is ${most} at most and never reaches this tier from ${from}. Lower it, or take the tier out.`,
        )
  }
}
