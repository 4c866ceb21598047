import { problem, type Rule } from './finding.ts'

export const boundsAreInOrder: Rule = function* ({ forms }) {
  for (const [index, { fields }] of forms.entries())
    for (const [at, field] of fields.entries())
      for (const [low, high] of [
        ['min', 'max'],
        ['minLength', 'maxLength'],
        ['from', 'to'],
      ] as const) {
        const [least, most] = [field[low], field[high]]
        if (least !== undefined && most !== undefined && least > most)
          yield problem(
            `/forms/${index}/fields/${at}/${high}`,
            'BOUNDS_REVERSED',
            `上限 ${most} 小于下限 ${least}，没有能填的值。请对调或改掉一个。`,
            `The upper bound ${most} is below the lower bound ${least}, so nothing can be filled in. Swap them, or change one.`,
          )
      }
}

export const choicesAreThere: Rule = function* ({ forms }) {
  for (const [index, { fields }] of forms.entries())
    for (const [at, { kind, choices = [], min }] of fields.entries()) {
      const asks = kind === 'choice' || kind === 'several'
      if (asks && choices.length === 0)
        yield problem(
          `/forms/${index}/fields/${at}/choices`,
          'CHOICES_MISSING',
          '选择题要有可选值，请加上 choices。',
          'A question with choices needs some; add choices.',
        )
      else if (kind === 'several' && min !== undefined && min > choices.length)
        yield problem(
          `/forms/${index}/fields/${at}/min`,
          'BOUNDS_REVERSED',
          `最少要选 ${min} 项，可只有 ${choices.length} 项可选。`,
          `At least ${min} must be picked, but there are only ${choices.length} choices.`,
        )
    }
}

export const notesSaySomething: Rule = function* ({ forms }) {
  for (const [index, { fields }] of forms.entries())
    for (const [at, { kind, required, requiredWhen }] of fields.entries())
      if (kind === 'note' && (required === true || requiredWhen))
        yield problem(
          `/forms/${index}/fields/${at}/${required === true ? 'required' : 'requiredWhen'}`,
          'NOTHING_TO_FILL_IN',
          '说明(note)只显示文字，不能设为必填。请删掉这一项。',
          'A note only shows words and cannot be required; take this out.',
        )
}
