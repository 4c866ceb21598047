import type { Language } from '../../common/i18n.ts'
import { recordOf, valueAt } from '../draft/document.ts'
import { feeFacts, fieldFacts, type AskedIn, type FactOption } from './facts.ts'

const PHASES: readonly AskedIn[] = ['base', 'surcharge', 'discount', 'coupon', 'rounding']

/** What a condition at a pointer may look at. */
export function factsAt(document: unknown, pointer: string, language: Language): FactOption[] {
  const field = /^(\/forms\/\d+)\/fields\/(\d+)\//.exec(pointer)
  if (field?.[1] !== undefined) return fieldFacts(document, field[1], Number(field[2]), language)
  const around = recordOf(valueAt(document, pointer.replace(/\/[^/]*$/, '')))
  const each = around['each'] === true
  const service = /^\/services\/\d+/.exec(pointer)?.[0]
  if (service !== undefined) return feeFacts(document, language, 'eligibility', { each, service })
  const phase = PHASES.find((name) => name === around['phase']) ?? 'surcharge'
  return feeFacts(document, language, phase, { each })
}
