import { useCallback, useEffect, useRef, useState } from 'react'
import { sentenceOf } from '@/api/errors'

export interface Loaded<T> {
  /** What was answered last for this key; stays while it is asked again. */
  readonly value: T | null
  readonly error: string | null
  readonly loading: boolean
  readonly reload: () => Promise<void>
}

interface Known<T> {
  readonly key: string
  readonly value: T | null
  readonly error: string | null
}

/** Asks for something and asks anew when `key` changes; nothing is asked while it is null. An answer to an old key is dropped. */
export const useLoaded = <T>(key: string | null, load: () => Promise<T>): Loaded<T> => {
  const [known, setKnown] = useState<Known<T> | null>(null)
  const [loading, setLoading] = useState(true)
  const latest = useRef(key)
  latest.current = key

  const reload = useCallback(async () => {
    if (key === null) return
    setLoading(true)
    try {
      const value = await load()
      if (latest.current === key) setKnown({ key, value, error: null })
    } catch (error) {
      if (latest.current === key)
        setKnown((before) => ({ key, value: before?.key === key ? before.value : null, error: sentenceOf(error) }))
    } finally {
      if (latest.current === key) setLoading(false)
    }
  }, [key])
  useEffect(() => void reload(), [reload])

  const current = known?.key === key ? known : null
  return { value: current?.value ?? null, error: current?.error ?? null, loading, reload }
}
