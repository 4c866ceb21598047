/** What orders are asked for; '' where nothing is. `q` is what staff typed. */
export interface Chosen {
  readonly day: string
  readonly state: string
  readonly q: string
}

/** `q` may be a customer's phone number, so it has no place in an address: browsers keep those, and people pass them on. */
const IN_ADDRESS = ['day', 'state'] as const

export const chosenIn = (address: URLSearchParams): Omit<Chosen, 'q'> => ({
  day: address.get('day') ?? '',
  state: address.get('state') ?? '',
})

/** The address after `changes`; what else stands in it stays. */
export function withChosen(address: URLSearchParams, changes: Partial<Chosen>): URLSearchParams {
  const next = new URLSearchParams(address)
  for (const filter of IN_ADDRESS) {
    const value = changes[filter]
    if (value === '') next.delete(filter)
    else if (value !== undefined) next.set(filter, value)
  }
  return next
}
