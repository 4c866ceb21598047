import { problem, type Rule } from './finding.ts'

export const percentagesLookBack: Rule = function* ({ fees = [] }) {
  for (const [index, { apply, phase }] of fees.entries())
    if (apply.kind === 'percent' && phase === 'surcharge' && apply.of.includes('surcharge'))
      yield problem(
        `/fees/${index}/apply/of/${apply.of.indexOf('surcharge')}`,
        'PHASE_NOT_EARLIER',
        '加价不能按加价的百分比计算：这个阶段还没算完。请从基数里去掉 surcharge。',
        'A surcharge cannot be a percentage of surcharges, which are not complete yet; take surcharge out.',
      )
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
        `择优组「${bestOf}」里既有加价又有折扣，无法比较。请分成两组。`,
        `The group “${bestOf}” holds surcharges and discounts, which cannot be compared; make two groups.`,
      )
  }
}
