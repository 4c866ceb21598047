import { useEffect } from 'react'
import type { FormField } from '@/kaidian/booking'
import { idOf } from './field-props'

const inputModeOf = ({ kind, integer, min }: FormField): string | undefined => {
  if (kind === 'phone') return 'tel'
  if (kind !== 'number' || (min !== undefined && min < 0)) return undefined
  return integer ? 'numeric' : 'decimal'
}

const COMPLETE: Partial<Record<FormField['kind'], string>> = {
  phone: 'tel',
  personName: 'name',
  address: 'street-address',
}

interface Spoken {
  readonly faulty: boolean
  readonly required: boolean
  readonly helped: boolean
}

const tell = (element: HTMLElement, field: FormField, at: string, { faulty, required, helped }: Spoken): void => {
  const id = idOf(at)
  const control = element.matches('input, select') ? element : (element.querySelector('input, textarea') ?? element)
  const described = [helped ? `help-${id}` : '', faulty ? `fault-${id}` : ''].filter(Boolean).join(' ')
  control.setAttribute('aria-labelledby', `label-${id}`)
  if (described) control.setAttribute('aria-describedby', described)
  else control.removeAttribute('aria-describedby')
  if (!control.matches('input, textarea, select')) {
    if (!control.hasAttribute('role')) control.setAttribute('role', 'group')
    return
  }
  control.setAttribute('aria-invalid', String(faulty))
  control.setAttribute('aria-required', String(required))
  const inputMode = inputModeOf(field)
  if (inputMode) control.setAttribute('inputmode', inputMode)
  // Names and phones of others are in forms too; only those at the top may be the customer's own.
  control.setAttribute('autocomplete', (at.includes('.') ? undefined : COMPLETE[field.kind]) ?? 'off')
}

/** Taro's inputs are drawn a moment after they are there. */
const drawn = (element: HTMLElement): Promise<unknown> =>
  (element as { readonly componentOnReady?: () => Promise<unknown> }).componentOnReady?.() ?? Promise.resolve()

/**
 * In a browser: tells the control of a field what it is called, what is wrong with it and whether it must be filled in, since
 * Taro's elements hand none of it on. In WeChat the platform speaks the text around it.
 */
export const useSpoken = (field: FormField, at: string, spoken: Spoken): void => {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || field.kind === 'consent') return
    const element = document.getElementById(`field-${idOf(at)}`)
    if (!element) return
    let current = true
    void drawn(element).then(() => current && tell(element, field, at, spoken))
    return () => {
      current = false
    }
  })
}
