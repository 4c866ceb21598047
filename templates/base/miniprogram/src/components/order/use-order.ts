import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { fetchOrder } from '@/api/calls'
import { sentenceOf } from '@/api/errors'
import { token } from '@/session/token'
import { useStore } from '@/store'
import type { OrderView } from '@/kaidian/booking'

interface KnownOrder {
  readonly order: OrderView | null
  /** Why it could not be asked for; `order` may still hold what was known before. */
  readonly failure: string | null
  readonly signedIn: boolean
  readonly load: () => Promise<void>
  readonly setOrder: (order: OrderView) => void
}

/** An order of the customer's own, asked for whenever the page is shown and once they have signed in. */
export const useOrder = (id: string): KnownOrder => {
  const session = useStore(token)
  const [order, setOrder] = useState<OrderView | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const load = async () => {
    if (!token.get()) return
    try {
      const found = await fetchOrder(id)
      setOrder(found)
      setFailure(null)
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  const opening = useRef(true)
  useDidShow(() => void load())
  useEffect(() => {
    // When the page opens it is shown, too.
    if (opening.current) opening.current = false
    else void load()
  }, [session, id])
  return { order, failure, signedIn: session !== null, load, setOrder }
}
