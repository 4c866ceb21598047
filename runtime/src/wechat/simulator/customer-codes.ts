import { randomBytes } from 'node:crypto'
import type { Clock } from '../../domain/clock.ts'
import { OpenRefusal } from './refusals.ts'

/** What a customer's app hands to the merchant's server: codes good once and for five minutes, and acceptances. */
export interface CustomerCodes {
  /** As `wx.login` gives it to `user`. */
  giveLogin(user: string): string
  /** As a phone-number button gives it. */
  givePhone(phone: string): string
  /** The user of a code. Refuses with 40029 (unknown, too old) or 40163 (used). */
  useLogin(code: string): string
  usePhone(code: string): string
  /** The customer taps 允许 once. From then on messages of that template need one acceptance each. */
  accept(openid: string, templateId: string): void
  /** False: the customer has given none that is left. True while nobody was ever asked. */
  useAcceptance(openid: string, templateId: string): boolean
}

const CODE_LIVES_MS = 5 * 60_000

export function openCustomerCodes(clock: Clock): CustomerCodes {
  const logins = singleUse(clock)
  const phones = singleUse(clock)
  const acceptances = new Map<string, number>()
  return {
    giveLogin: (user) => logins.give(user),
    givePhone: (phone) => phones.give(phone),
    useLogin: (code) => logins.use(code),
    usePhone: (code) => phones.use(code),
    accept(openid, templateId) {
      const key = `${openid} ${templateId}`
      acceptances.set(key, (acceptances.get(key) ?? 0) + 1)
    },
    useAcceptance(openid, templateId) {
      const key = `${openid} ${templateId}`
      const left = acceptances.get(key)
      if (left !== undefined) acceptances.set(key, Math.max(0, left - 1))
      return left !== 0
    },
  }
}

function singleUse(clock: Clock) {
  const given = new Map<string, { value: string; expiresAt: number; used: boolean }>()
  return {
    give(value: string): string {
      const now = clock.now().getTime()
      for (const [code, { expiresAt }] of given) if (expiresAt <= now) given.delete(code)
      const code = randomBytes(24).toString('base64url')
      given.set(code, { value, expiresAt: now + CODE_LIVES_MS, used: false })
      return code
    },
    use(code: string): string {
      const found = given.get(code)
      if (!found || found.expiresAt <= clock.now().getTime()) throw new OpenRefusal(40029)
      if (found.used) throw new OpenRefusal(40163)
      found.used = true
      return found.value
    },
  }
}
