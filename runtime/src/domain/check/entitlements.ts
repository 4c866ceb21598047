import type { Entitlement } from '@kaidian/schemas'
import { problem, type Rule } from './finding.ts'

const NEEDS = { pass: 'uses', storedValue: 'value', membership: 'membership' } as const satisfies Record<
  Entitlement['kind'],
  keyof Entitlement
>

export const entitlementsStateWhatTheyGive: Rule = function* ({ entitlements = [] }) {
  for (const [index, entitlement] of entitlements.entries()) {
    const needed = NEEDS[entitlement.kind]
    if (entitlement[needed] === undefined)
      yield problem(
        `/entitlements/${index}/${needed}`,
        'ENTITLEMENT_INCOMPLETE',
        `${entitlement.kind} 要写 ${needed}，不然不知道给了什么。请加上。`,
        `A ${entitlement.kind} needs ${needed}, or nothing says what is given. Add it.`,
      )
  }
}

export const entitlementsKeepToTheirKind: Rule = function* ({ entitlements = [] }) {
  for (const [index, entitlement] of entitlements.entries())
    for (const [kind, key] of [...Object.entries(NEEDS), ['pass', 'covers'] as const] as [
      Entitlement['kind'],
      keyof Entitlement,
    ][])
      if (kind !== entitlement.kind && entitlement[key] !== undefined)
        yield problem(
          `/entitlements/${index}/${key}`,
          'NOT_FOR_THIS_KIND',
          `${key} 是 ${kind} 用的，这里是 ${entitlement.kind}。请删掉，或改种类。`,
          `${key} is for ${kind}, and this is ${entitlement.kind}. Take it out, or change the kind.`,
        )
}
