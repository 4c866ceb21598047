import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { DraftStore } from '../draft/draft-store.ts'
import { judge } from '../draft/judge.ts'
import { server } from '../server.ts'

const EDITOR = Math.random().toString(36).slice(2, 10)

/**
 * Opens the draft of a shop in this page, and keeps it in step with the studio's other pages: they tell one another of every
 * save, so that two tabs on one shop do not write over each other.
 *
 * @param onShown a sound draft has reached the preview; `since` is when it was edited
 */
export function useOpenDraft(key: string, onShown: (since: number) => void) {
  const { data, error, refetch } = useQuery({
    queryKey: ['draft', key],
    queryFn: () => server.open(key),
    staleTime: Infinity,
    gcTime: 0,
  })
  const [store, setStore] = useState<DraftStore | null>(null)
  const shown = useRef(onShown)
  useEffect(() => {
    shown.current = onShown
  }, [onShown])

  useEffect(() => {
    if (!data) return
    const channel = new BroadcastChannel(`kaidian.draft.${key}`)
    const opened = new DraftStore(data, {
      server,
      judge,
      editor: EDITOR,
      now: () => performance.now(),
      onShown: (since) => shown.current(since),
      onSaved: (revision) => channel.postMessage({ revision }),
    })
    const look = (): void =>
      void server
        .open(key)
        .then((newer) => opened.adopt({ ...newer, editor: '' }))
        .catch(() => {})
    channel.addEventListener('message', look)
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') look()
      else void opened.flush()
    }
    const onUnload = (event: BeforeUnloadEvent): void => {
      if (!opened.isUnsaved) return
      void opened.flush()
      event.preventDefault()
    }
    document.addEventListener('visibilitychange', onVisible)
    window.addEventListener('beforeunload', onUnload)
    setStore(opened)
    return () => {
      document.removeEventListener('visibilitychange', onVisible)
      window.removeEventListener('beforeunload', onUnload)
      opened.close()
      channel.close()
      setStore(null)
    }
  }, [data, key])

  return { store, error, retry: refetch }
}
