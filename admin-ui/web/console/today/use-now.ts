import { useEffect, useState } from 'react'
import { wallAt } from '../format.ts'
import { useShop } from '../shop.tsx'

const EVERY = 20_000

/** The shop's clock, kept up to the minute. */
export function useNow(): { readonly day: string; readonly time: string } {
  const { shop } = useShop()
  const [instant, setInstant] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setInstant(new Date()), EVERY)
    return () => clearInterval(timer)
  }, [])
  return wallAt(instant, shop.zone)
}
