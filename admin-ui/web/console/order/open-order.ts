import { useSearchParams } from 'react-router-dom'

/** The open order is part of the address: it survives a reload and a new sign-in, and 'back' closes it. */
export function useOpenOrder(): (id: string) => void {
  const [, set] = useSearchParams()
  return (id) =>
    set((now) => {
      now.set('order', id)
      return now
    })
}

export function useOpenedOrder(): { readonly id: string | null; readonly close: () => void } {
  const [now, set] = useSearchParams()
  const close = (): void =>
    set(
      (params) => {
        params.delete('order')
        return params
      },
      { replace: true },
    )
  return { id: now.get('order'), close }
}
