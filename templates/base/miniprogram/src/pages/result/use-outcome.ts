import { useEffect, useRef, useState } from 'react'
import { fetchOrder } from '@/api/calls'
import { sentenceOf } from '@/api/errors'
import { endBegunPayment } from '@/payment'
import type { OrderView } from '@/kaidian/booking'

/** Pauses between questions to the server while a payment may still arrive: about half a minute in all. */
const PAUSES_MS = [0, 800, 1200, 1600, 2000, 2500, 3000, 4000, 5000, 6000]

/** After so many questions without an answer, the customer may have turned away from paying. */
const PATIENCE = 4

interface OutcomeQuestion {
  readonly id: string
  /** Captured before the payment, in fen; null where none was begun. */
  readonly captured: number | null
  /** WeChat says that it was not paid. */
  readonly unpaid: boolean
}

interface Outcome {
  readonly order: OrderView | null
  readonly failure: string | null
  readonly asking: boolean
  /** Whether it takes longer than a payment that was made usually does. */
  readonly slow: boolean
  /** Whether there is nothing more to wait for. */
  readonly settled: boolean
  readonly askAgain: () => Promise<void>
}

/** Whether `order` says what became of the payment. */
const isSettled = ({ state, money }: OrderView, captured: number | null): boolean => {
  if (state === 'expired' || state === 'cancelled') return true
  if (state === 'pending') return false
  // A further payment, such as a balance, leaves the state as it was: the money tells.
  return captured === null || captured === 0 || money.captured > captured
}

/** Asks the server what became of a payment until it says so, or for half a minute. */
export const useOutcome = ({ id, captured, unpaid }: OutcomeQuestion): Outcome => {
  const [order, setOrder] = useState<OrderView | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [asking, setAsking] = useState(true)
  const [slow, setSlow] = useState(false)
  const round = useRef(0)

  const ask = async (pauses: readonly number[]): Promise<void> => {
    const mine = ++round.current
    setAsking(true)
    setSlow(false)
    setFailure(null)
    let last: unknown = null
    for (const [at, pause] of pauses.entries()) {
      if (at === PATIENCE) setSlow(true)
      await new Promise((resolve) => setTimeout(resolve, pause))
      if (mine !== round.current) return
      try {
        const found = await fetchOrder(id)
        if (mine !== round.current) return
        last = null
        setOrder(found)
        if (isSettled(found, captured)) break
      } catch (error) {
        last = error
      }
    }
    if (mine !== round.current) return
    setAsking(false)
    if (last) setFailure(sentenceOf(last))
  }

  useEffect(() => {
    // Whatever comes of it is told here, and on the order's page afterwards.
    endBegunPayment()
    void ask(unpaid ? PAUSES_MS.slice(0, 2) : PAUSES_MS)
    return () => {
      round.current++
    }
  }, [id])

  const settled = order !== null && isSettled(order, captured)
  return { order, failure, asking, slow, settled, askAgain: () => ask([0, 1500]) }
}
