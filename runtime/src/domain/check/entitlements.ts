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

const OF_A_PASS = ['covers', 'per', 'unitMinutes'] as const satisfies (keyof Entitlement)[]

export const entitlementsKeepToTheirKind: Rule = function* ({ entitlements = [] }) {
  for (const [index, entitlement] of entitlements.entries())
    for (const [kind, key] of [...Object.entries(NEEDS), ...OF_A_PASS.map((one) => ['pass', one] as const)] as [
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

export const passesByTimeHaveATime: Rule = function* ({ entitlements = [], services }) {
  for (const [index, { kind, per, unitMinutes, services: only = [] }] of entitlements.entries()) {
    if (kind !== 'pass') continue
    if (per !== 'time' && unitMinutes !== undefined)
      yield problem(
        `/entitlements/${index}/unitMinutes`,
        'STRETCH_WITHOUT_TIME',
        '这张卡一次抵一个名额，不论多久，unitMinutes 用不上。请写 "per": "time"，或删掉。',
        'A use of this pass pays for a place, however long, so unitMinutes has no effect. Write "per": "time", or take it out.',
      )
    for (const [at, id] of per === 'time' ? only.entries() : []) {
      const service = services.find((one) => one.id === id)
      if (service?.mode === 'registration' && !service.event)
        yield problem(
          `/entitlements/${index}/services/${at}`,
          'PASS_WITHOUT_TIME',
          `这张卡按时间抵，可「${id}」没有时间。请去掉这项服务，或让卡按名额抵。`,
          `This pass pays for time, but “${id}” has none. Take the service out, or let the pass pay for places.`,
        )
    }
  }
}
