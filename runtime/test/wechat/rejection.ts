import { expect } from 'chai'

/** What `promise` fails with, which must be one of `kind`. */
export async function rejection<E extends Error>(
  promise: Promise<unknown>,
  kind: abstract new (...args: never[]) => E,
): Promise<E> {
  const outcome: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(outcome).to.be.instanceOf(kind)
  return outcome as E
}
