import { fault, type FieldKind, isRecord, kept, ownOf, wrongType } from '../field-kind.ts'
import { checkText } from '../text-length.ts'

const LEVELS = ['province', 'city', 'district'] as const
type Level = (typeof LEVELS)[number]

/** Parts of the country that are not divided further. */
const UNDIVIDED = '台湾省 香港特别行政区 澳门特别行政区 东莞市 中山市 儋州市 嘉峪关市'.split(' ')

const MISSING: { readonly [level in Level]: readonly [zh: string, en: string] } = {
  province: ['请选省份', 'Choose the province'],
  city: ['请选到城市', 'Choose the city too'],
  district: ['请选到区县', 'Choose the district too'],
}

const isBlank = (part: unknown): boolean =>
  part === undefined || part === null || (typeof part === 'string' && part.trim() === '')

/** `{ province, city, district }` by name, down to its `level` (district); where a place has no parts, no further. */
export const region: FieldKind = {
  kind: 'region',
  asks: true,
  isEmpty: (answer) => isRecord(answer) && LEVELS.every((level) => isBlank(ownOf(answer, level))),
  check: (answer, { id, kind, label, level: deepest = 'district' }) => {
    if (!isRecord(answer)) return wrongType('省市区', 'a province, city and district')
    const value: { [level in Level]?: string } = {}
    let undivided = false
    for (const level of LEVELS.slice(0, LEVELS.indexOf(deepest) + 1)) {
      const part = ownOf(answer, level)
      if (isBlank(part)) {
        if (undivided) continue
        return fault('INCOMPLETE', ...MISSING[level])
      }
      const outcome = checkText(part, { id, kind, label }, 40, false)
      if ('faults' in outcome) return outcome
      value[level] = String(outcome.value)
      undivided = undivided || UNDIVIDED.indexOf(String(outcome.value)) >= 0
    }
    return kept(value)
  },
}
