import { useRef, useState } from 'react'
import { sentenceOf } from '@/api/errors'
import { underWay } from '@/booking/uploaded'
import { useTranslation } from '@/i18n'
import type { ChosenFile } from './choosing'

/** A file on its way, or one that did not arrive. */
export interface Sending {
  readonly key: number
  readonly file: ChosenFile
  readonly fault: string | null
}

export const sizeOf = (bytes: number): string =>
  bytes >= 1_048_576 ? `${Math.round(bytes / 104_857.6) / 10} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`

/**
 * Sends files one after the other; any of them can be called off meanwhile, and what arrives of it then counts for nothing.
 *
 * @param upload sends one; what it answers with takes the file into the form.
 */
export const useSending = (maxBytes: number, upload: (file: ChosenFile) => Promise<() => void>) => {
  const { t } = useTranslation()
  const [sending, setSending] = useState<readonly Sending[]>([])
  const next = useRef(0)
  /** Of each file that is still wanted: ends the wait for it. */
  const wanted = useRef(new Map<number, () => void>())

  const change = (key: number, fault: string | null) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, fault } : one)))
  const drop = (key: number) => {
    wanted.current.get(key)?.()
    wanted.current.delete(key)
    setSending((all) => all.filter((one) => one.key !== key))
  }
  const sendOne = async ({ key, file }: Sending) => {
    if (!wanted.current.has(key)) return
    change(key, null)
    if (file.bytes > maxBytes) return change(key, t.fileTooLarge(sizeOf(maxBytes)))
    const calledOff = new Promise<null>((resolve) => wanted.current.set(key, () => resolve(null)))
    underWay.set(underWay.get() + 1)
    try {
      const take = await Promise.race([upload(file), calledOff])
      if (!take) return
      take()
      drop(key)
    } catch (error) {
      change(key, sentenceOf(error))
    } finally {
      underWay.set(underWay.get() - 1)
    }
  }

  const send = async (files: readonly ChosenFile[]) => {
    const all = files.map((file): Sending => ({ key: (next.current += 1), file, fault: null }))
    for (const { key } of all) wanted.current.set(key, () => undefined)
    setSending((before) => before.concat(all))
    for (const one of all) await sendOne(one)
  }

  return { sending, send, again: sendOne, drop }
}
