import { recordOf, valueAt, withValue } from '../draft/document.ts'

export const PHASES = ['base', 'surcharge', 'discount', 'coupon', 'rounding'] as const

const AMOUNTS = ['flat', 'percent', 'perPerson', 'perUnit', 'perDuration', 'tiered', 'table'] as const

/** Ways to work a rule out that its phase allows. */
export function kindsIn(phase: string): readonly string[] {
  switch (phase) {
    case 'rounding':
      return ['round']
    case 'surcharge':
      return [...AMOUNTS, 'minimum']
    case 'discount':
      return [...AMOUNTS, 'cap']
    default:
      return AMOUNTS
  }
}

/** Phases before one, of whose sums a share may be taken. */
const EARLIER = ['base', 'option', 'addOn', 'surcharge', 'discount', 'coupon']
export const sharesIn = (phase: string): readonly string[] => {
  const at = EARLIER.indexOf(phase)
  return at === -1 ? EARLIER : EARLIER.slice(0, at)
}

/** The document in which a rule is of another phase: what belongs to the old one alone goes, what the new one needs comes. */
export function withPhase(document: unknown, pointer: string, phase: string): unknown {
  const { bestOf, code, budget, listed, ...rest } = recordOf(valueAt(document, pointer))
  const apply = recordOf(rest['apply'])
  const shares = Array.isArray(apply['of'])
    ? { of: (apply['of'] as unknown[]).filter((name) => sharesIn(phase).includes(String(name))) }
    : {}
  const fits = kindsIn(phase).includes(String(apply['kind']))
  return withValue(document, pointer, {
    ...rest,
    phase,
    apply: fits
      ? { ...apply, ...(shares.of?.length === 0 && phase !== 'base' ? { of: ['base'] } : shares) }
      : phase === 'rounding'
        ? { kind: 'round', to: 100 }
        : { kind: 'flat', amount: 1000 },
    ...(phase === 'discount' && bestOf !== undefined ? { bestOf } : {}),
    ...(phase === 'coupon'
      ? {
          code: code ?? 'CODE2026',
          ...(budget === undefined ? {} : { budget }),
          ...(listed === undefined ? {} : { listed }),
        }
      : {}),
  })
}
