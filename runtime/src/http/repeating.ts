import { Refusal } from '../domain/index.ts'
import { digestOf, newToken } from '../ids.ts'
import { canonicalJson } from '../version.ts'
import type { Call, Operation, Reply } from './operation.ts'

const LOOK_EVERY_MS = 50
const WAIT_MS = 3000
const KEY = /^[\x21-\x7e]{8,64}$/

/** The client's key of a request. Refuses IDEMPOTENCY_KEY_MISSING where there must be one. */
export function requestKeyOf(operation: Operation, header: string | undefined): { key: string; given: boolean } {
  if (header !== undefined && KEY.test(header)) return { key: header, given: true }
  if (operation.repeatable === 'required' || (operation.repeatable && header !== undefined))
    throw new Refusal('IDEMPOTENCY_KEY_MISSING')
  return { key: newToken(), given: false }
}

/**
 * Runs a call so that its repetition has no second effect and gets the same answer. A second one at the same time waits for
 * the first. What was refused had no effect, and may be asked again with the same key.
 */
export async function once(operation: Operation, call: Call): Promise<Reply> {
  const { ctx, customer, requestKey: key, body, req } = call
  const fingerprint = digestOf(`${operation.id}\n${req.path}\n${canonicalJson(body)}`)
  const request = { subject: customer?.id ?? operation.access, key, fingerprint }
  const until = Date.now() + WAIT_MS
  for (;;) {
    const begun = await ctx.store.answers.begin(request, ctx.clock.now())
    if (begun.state === 'answered') return begun.answer
    if (begun.state === 'other') throw new Refusal('IDEMPOTENCY_CONFLICT')
    if (begun.state === 'mine') break
    if (Date.now() >= until || call.gone.aborted) throw new Refusal('REQUEST_UNDER_WAY')
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  try {
    const reply = await operation.handle(call)
    await ctx.store.answers.keep(request, { status: reply.status, body: reply.body ?? null })
    return reply
  } catch (error) {
    await ctx.store.answers.forget(request)
    throw error
  }
}
