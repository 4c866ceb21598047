import type { Field } from '@kaidian/schemas'
import type { FormField } from '../booking.ts'
import { FIELD_KINDS, patternIsSimple } from '../form/index.ts'
import { problem, quoted, type Rule } from './finding.ts'
import { fields } from './places.ts'

export const boundsAreInOrder: Rule = function* (shop) {
  for (const { field, pointer } of fields(shop))
    for (const [low, high] of [
      ['min', 'max'],
      ['minLength', 'maxLength'],
      ['from', 'to'],
    ] as const) {
      const [least, most] = [field[low], field[high]]
      if (least !== undefined && most !== undefined && least > most)
        yield problem(
          `${pointer}/${high}`,
          'BOUNDS_REVERSED',
          `上限 ${most} 小于下限 ${least}，没有能填的值。请对调或改掉一个。`,
          `The upper bound ${most} is below the lower bound ${least}, so nothing can be filled in. Swap them, or change one.`,
        )
    }
}

export const choicesAreThere: Rule = function* (shop) {
  for (const { field, pointer } of fields(shop)) {
    const { kind, choices = [], min } = field
    const asks = kind === 'choice' || kind === 'several'
    if (asks && choices.length === 0)
      yield problem(
        `${pointer}/choices`,
        'CHOICES_MISSING',
        '选择题要有可选值，请加上 choices。',
        'A question with choices needs some; add choices.',
      )
    else if (kind === 'several' && min !== undefined && min > choices.length)
      yield problem(
        `${pointer}/min`,
        'BOUNDS_REVERSED',
        `最少要选 ${min} 项，可只有 ${choices.length} 项可选。`,
        `At least ${min} must be picked, but there are only ${choices.length} choices.`,
      )
  }
}

export const onlyQuestionsAreRequired: Rule = function* (shop) {
  for (const { field, pointer } of fields(shop)) {
    const { kind, required, requiredWhen } = field
    if (!FIELD_KINDS[kind].asks && (required === true || requiredWhen))
      yield problem(
        `${pointer}/${required === true ? 'required' : 'requiredWhen'}`,
        'NOTHING_TO_FILL_IN',
        `${kind === 'note' ? '说明(note)只显示文字' : '计算得出的(computed)不用填'}，不能设为必填。请删掉这一项。`,
        `${kind === 'note' ? 'A note only shows words' : 'What is computed is not filled in'} and cannot be required; take this out.`,
      )
  }
}

/** Properties that mean something to some kinds only. */
const KINDS_OF: Readonly<Partial<Record<keyof Field, readonly Field['kind'][]>>> = {
  choices: ['choice', 'several'],
  pattern: ['text'],
  patternMessage: ['text'],
  types: ['idDocument'],
  readFrom: ['date', 'choice'],
  birthDate: ['date'],
  maxCount: ['file', 'image'],
  maxBytes: ['file', 'image', 'signature'],
  accept: ['file', 'image'],
  level: ['region'],
  compute: ['computed'],
  fields: ['group'],
}

export const propertiesFitTheField: Rule = function* (shop) {
  for (const { field, pointer } of fields(shop))
    for (const [key, kinds] of Object.entries(KINDS_OF) as [keyof Field, readonly Field['kind'][]][])
      if (!kinds.includes(field.kind) && field[key] !== undefined && field[key] !== false)
        yield problem(
          `${pointer}/${key}`,
          'NOT_FOR_THIS_KIND',
          `${key} 只用于 ${kinds.join('、')} 字段，这里是 ${field.kind}。请删掉，或改种类。`,
          `${key} is for fields of the kind ${kinds.join(' or ')}, and this is ${field.kind}. Take it out, or change the kind.`,
        )
}

const NEEDS: Readonly<Partial<Record<Field['kind'], 'compute' | 'fields'>>> = { computed: 'compute', group: 'fields' }

export const fieldsAreComplete: Rule = function* (shop) {
  for (const { field, pointer } of fields(shop)) {
    const needed = NEEDS[field.kind]
    if (needed && field[needed] === undefined)
      yield problem(
        `${pointer}/${needed}`,
        'FIELD_INCOMPLETE',
        `${field.kind} 字段要写 ${needed}：${needed === 'compute' ? '怎么算' : '每组里问什么'}。请加上。`,
        `A field of the kind ${field.kind} needs ${needed}: ${needed === 'compute' ? 'how it is worked out' : 'what is asked in each group'}. Add it.`,
      )
  }
}

export const patternsAreSimple: Rule = function* (shop) {
  for (const { field, pointer } of fields(shop))
    if (field.pattern !== undefined && !patternIsSimple(field.pattern))
      yield problem(
        `${pointer}/pattern`,
        'PATTERN_UNSAFE',
        `格式「${quoted(field.pattern)}」读不懂，或可能卡住。请用简单写法，如 [A-Z]{2}\\d{6}，重复里不再套重复。`,
        `The pattern “${quoted(field.pattern)}” cannot be read, or may hang. Write a simple one, such as [A-Z]{2}\\d{6}, without repetition inside repetition.`,
      )
}

const PICTURES = ['jpg', 'png', 'webp', 'gif', 'heic']

export const imagesArePictures: Rule = function* (shop) {
  for (const { field, pointer } of fields(shop)) {
    if (field.kind !== 'image') continue
    for (const [index, type] of (field.accept ?? []).entries())
      if (!PICTURES.includes(type))
        yield problem(
          `${pointer}/accept/${index}`,
          'NOT_A_PICTURE',
          `${type} 不是图片。请删掉，或把字段改成 file。`,
          `${type} is not a picture. Take it out, or make the field a file.`,
        )
  }
}

export const birthDatesAreOne: Rule = function* ({ forms }) {
  for (const [index, form] of forms.entries()) {
    const marked = form.fields.flatMap(({ birthDate }, at) => (birthDate === true ? [at] : []))
    for (const at of marked.slice(1))
      yield problem(
        `/forms/${index}/fields/${at}/birthDate`,
        'TWO_BIRTH_DATES',
        '一张表只能有一个出生日期，年龄按它算。请只在一个字段上写 birthDate。',
        'A form has one birth date, by which the age is counted. Mark one field only.',
      )
  }
}

/** Kinds that a customer must fill in by their own hand, or nobody does: a default means nothing there. */
const WITHOUT_DEFAULT: readonly Field['kind'][] = ['consent', 'signature', 'file', 'image', 'computed', 'note']

export const defaultsAreAnswers: Rule = function* (shop) {
  for (const { field, pointer } of fields(shop)) {
    if (field.default === undefined) continue
    const own = WITHOUT_DEFAULT.includes(field.kind)
    const outcome = own ? null : FIELD_KINDS[field.kind].check(field.default, asAsked(field), ALONE)
    if (outcome && 'value' in outcome) continue
    const why = outcome?.faults[0]?.message
    yield problem(
      `${pointer}/default`,
      'DEFAULT_DOES_NOT_FIT',
      own
        ? `${field.kind} 字段没有默认值，要顾客自己来。请删掉。`
        : `默认值填不进这个字段：${why?.['zh-CN'] ?? ''}。请改默认值。`,
      own
        ? `A field of the kind ${field.kind} has no default: it is the customer’s own act. Take it out.`
        : `The default could not be filled in here: ${why?.en ?? ''}. Change it.`,
    )
  }
}

/** A kind looks at bounds and choices, never at the words. */
const asAsked = (field: Field): FormField => field as unknown as FormField

const ALONE = {
  answer: () => undefined,
  ageOn: undefined,
  within: (_fields: readonly FormField[], answers: unknown) => ({ value: answers }),
}
