import type { Field } from '@kaidian/schemas'
import { problem, quoted, type Rule } from './finding.ts'
import { fields, type PlacedField } from './places.ts'

/** A field of that name which a field may look at: beside it, or in the form around its group. */
const found = ({ siblings, outer, field }: PlacedField, id: string): Field | undefined =>
  [...siblings, ...outer].find((other) => other.id === id && other !== field)

const NUMBERS: readonly Field['kind'][] = ['number', 'rating', 'computed']

/** What each way of computing takes. */
const TAKES: Readonly<
  Record<NonNullable<Field['compute']>['kind'], readonly [kinds: readonly Field['kind'][], zh: string, en: string]>
> = {
  age: [['date', 'idDocument'], '日期或证件', 'a date or an ID document'],
  sum: [NUMBERS, '数字', 'numbers'],
  product: [NUMBERS, '数字', 'numbers'],
  count: [['several', 'file', 'image', 'group'], '多选、上传或分组', 'a several, upload or group field'],
}

export const computedFieldsFindTheirs: Rule = function* (shop) {
  for (const at of fields(shop)) {
    const { compute } = at.field
    if (!compute) continue
    const [kinds, zh, en] = TAKES[compute.kind]
    const many = Array.isArray(compute.of)
    for (const [index, id] of [compute.of].flat().entries()) {
      const field = found(at, id)
      const pointer = `${at.pointer}/compute/of${many ? `/${index}` : ''}`
      if (!field)
        yield problem(
          pointer,
          'UNKNOWN_FIELD',
          `这张登记表里没有「${quoted(id)}」，请改成已有的字段。`,
          `This form has no field “${quoted(id)}”; name one that is there.`,
        )
      else if (!kinds.includes(field.kind))
        yield problem(
          pointer,
          'COMPUTE_DOES_NOT_FIT',
          `${compute.kind} 要用${zh}来算，「${id}」是 ${field.kind}。请换一个字段。`,
          `${compute.kind} is worked out from ${en}, and “${id}” is ${field.kind}. Name another field.`,
        )
    }
  }
}

export const readingsComeFromADocument: Rule = function* (shop) {
  for (const at of fields(shop)) {
    const { readFrom, kind, choices = [] } = at.field
    if (readFrom === undefined) continue
    const document = found(at, readFrom)
    if (document?.kind !== 'idDocument')
      yield problem(
        `${at.pointer}/readFrom`,
        'NOT_A_DOCUMENT',
        `「${quoted(readFrom)}」不是这张表里的证件（idDocument）字段。请改成证件字段的标识。`,
        `“${quoted(readFrom)}” is not an ID document of this form. Name a field of the kind idDocument.`,
      )
    else if (document.types && !document.types.includes('idCard'))
      yield problem(
        `${at.pointer}/readFrom`,
        'NOT_A_DOCUMENT',
        `「${readFrom}」不收身份证，读不出出生日期和性别。请让它也收 idCard，或删掉 readFrom。`,
        `“${readFrom}” takes no ID card, from which alone birth date and sex are read. Let it take idCard, or take readFrom out.`,
      )
    else if (kind === 'choice' && !['male', 'female'].every((sex) => choices.some(({ id }) => id === sex)))
      yield problem(
        `${at.pointer}/choices`,
        'SEX_NOT_AMONG_CHOICES',
        '从证件读性别，选项的标识要有 male 和 female。请改标识。',
        'To read the sex off a document, there must be choices male and female. Change the identifiers.',
      )
  }
}
