import type { Clock } from '../domain/clock.ts'

/** A stable access token and how long it is good for. */
export interface GrantedToken {
  readonly token: string
  /** Seconds from now. */
  readonly expiresIn: number
}

/** Keeps one access token and asks for the next one in time. */
export interface AccessTokens {
  /** A token that is good for at least five more minutes, unless the platform will not give a newer one. */
  current(): Promise<string>
  /** Called when the platform refused `token`: the next `current()` asks for another. */
  refused(token: string): void
}

// In the last five minutes the platform gives out the next token while the old one still works.
const RENEWAL_MS = 5 * 60_000

/** @param grant asks the platform; called once however many callers are waiting. */
export function keepAccessToken(grant: (force: boolean) => Promise<GrantedToken>, clock: Clock): AccessTokens {
  let kept: { token: string; renewAt: number } | undefined
  let asking: Promise<string> | undefined
  let force = false

  async function ask(): Promise<string> {
    const askedAt = clock.now().getTime()
    const { token, expiresIn } = await grant(force)
    force = false
    kept = { token, renewAt: askedAt + expiresIn * 1000 - RENEWAL_MS }
    return token
  }

  return {
    async current() {
      if (kept && clock.now().getTime() < kept.renewAt) return kept.token
      asking ??= ask().finally(() => (asking = undefined))
      return asking
    },
    refused(token) {
      if (kept?.token !== token) return
      kept = undefined
      force = true
    },
  }
}
