import { useEffect, useState } from 'react'
import { fetchQuote } from '@/api/calls'
import type { Quote, Selection } from '@/kaidian/booking'

/** The price of `selection` as the server sees it now; null while unknown. */
export const useOffer = (selection: Selection | null): Quote | null => {
  const key = JSON.stringify(selection)
  const [known, setKnown] = useState<{ key: string; quote: Quote } | null>(null)
  useEffect(() => {
    if (!selection) return
    let current = true
    // Without a price the customer can still go on: the next pages show it, and refuse where they must.
    void fetchQuote({ selection }).then(
      (quote) => current && setKnown({ key, quote }),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [key])
  return known?.key === key ? known.quote : null
}
