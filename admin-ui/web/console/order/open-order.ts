import { useSearchParams } from 'react-router-dom'

/** The open order is part of the address: it survives a reload and a new sign-in, and 'back' closes it. */
export function useOpenOrder(): (id: string) => void {
  const [, set] = useSearchParams()
  return (id) =>
    set((now) => {
      const next = new URLSearchParams(now)
      next.set('order', id)
      return next
    })
}

export function useOpenedOrder(): { readonly id: string | null; readonly close: () => void } {
  const [now, set] = useSearchParams()
  const close = (): void =>
    set(
      (params) => {
        const next = new URLSearchParams(params)
        next.delete('order')
        return next
      },
      { replace: true },
    )
  return { id: now.get('order'), close }
}
