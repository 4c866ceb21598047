import { birthDateIn } from '../age.ts'
import { fullYears } from '../calendar.ts'
import type { FieldKind, Surroundings } from '../field-kind.ts'
import { number } from './number.ts'

type Compute = NonNullable<Parameters<NonNullable<FieldKind['derive']>>[0]['compute']>

/** 0.1 + 0.2 is 0.3 to everybody who fills in a form. */
const rounded = (value: number): number | undefined => (isFinite(value) ? Number(value.toPrecision(12)) : undefined)

const numbersOf = (ids: readonly string[], { answer }: Surroundings): number[] =>
  ids.map(answer).filter((value): value is number => typeof value === 'number')

function computedValue(compute: Compute, around: Surroundings): number | undefined {
  switch (compute.kind) {
    case 'age': {
      const birthDate = birthDateIn(around.answer(compute.of))
      const on = compute.on === undefined ? around.ageOn : compute.on
      return birthDate === undefined || on === undefined ? undefined : fullYears(birthDate, on)
    }
    case 'sum': {
      const parts = numbersOf(compute.of, around)
      return parts.length === 0 ? undefined : rounded(parts.reduce((total, part) => total + part, 0))
    }
    case 'product': {
      const parts = numbersOf(compute.of, around)
      return parts.length < compute.of.length ? undefined : rounded(parts.reduce((total, part) => total * part, 1))
    }
    case 'count': {
      const list = around.answer(compute.of)
      return Array.isArray(list) ? list.length : 0
    }
  }
}

/**
 * A number made from other answers, from `min` to `max`: full years on a day; a sum, in which what is missing counts for
 * nothing; a product, of which nothing may be missing; how many there are.
 */
export const computed: FieldKind = {
  kind: 'computed',
  asks: false,
  derive: ({ compute }, around) => compute && computedValue(compute, around),
  check: (answer, field, around) => number.check(answer, field, around),
}
