/** How the base library answers: through `success`, `fail` and `complete`, or as a promise when none is given. */
interface Callbacks {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
}
export type Options = Callbacks & Record<string, unknown>

/** What an API does; the error it throws is the reason in `errMsg`. */
export type Call = (options: Options) => Promise<object | void> | object | void

/** An API of the base library under its name, made of `call`. */
export function api(name: string, call: Call): (options?: Options) => Promise<unknown> | undefined {
  return (options = {}) => {
    const answer = (async () => ({ errMsg: `${name}:ok`, ...(await call(options)) }))()
    const failure = (error: unknown) => ({
      errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}`,
    })
    if (!options.success && !options.fail && !options.complete)
      return answer.catch((error: unknown) => Promise.reject(failure(error)))
    answer.then(
      (result) => {
        options.success?.(result)
        options.complete?.(result)
      },
      (error: unknown) => {
        options.fail?.(failure(error))
        options.complete?.(failure(error))
      },
    )
    return undefined
  }
}

export const textOf = (options: Options, name: string): string => {
  const value = options[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
