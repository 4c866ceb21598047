import { useCallback } from 'react'
import { useNavigate, useParams } from 'react-router-dom'
import { tokensOf, pointerOf } from '../draft/document.ts'
import { placeOf } from './topics.ts'

const INPUTS = 'input:not([type=hidden]), textarea, select, button, [tabindex="0"]'

/** The field at a pointer, or the nearest one around it that is on the page. */
function fieldAt(pointer: string): { element: HTMLElement; isExact: boolean } | null {
  const tokens = tokensOf(pointer)
  for (let length = tokens.length; length > 0; length -= 1) {
    const place = pointerOf(...tokens.slice(0, length))
    const element = document.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(place)}"]`)
    if (element) return { element, isExact: length === tokens.length }
  }
  return null
}

function focus(element: HTMLElement): void {
  for (let around = element.parentElement; around; around = around.parentElement)
    if (around instanceof HTMLDetailsElement) around.open = true
  element.scrollIntoView({ block: 'center' })
  element.querySelector<HTMLElement>(INPUTS)?.focus({ preventScroll: true })
  element.classList.remove('found')
  // Reading the size restarts the highlight.
  void element.offsetWidth
  element.classList.add('found')
}

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))

/** Goes to where a pointer is edited, and puts the cursor there. */
export function useJump(): (pointer: string) => Promise<void> {
  const navigate = useNavigate()
  const { key } = useParams()
  return useCallback(
    async (pointer) => {
      const { topic, item } = placeOf(pointer)
      if (topic === 'source') {
        await navigate(`/shops/${key}/source?at=${encodeURIComponent(pointer)}`)
        return
      }
      await navigate(`/shops/${key}/${topic}${item === null ? '' : `/${item}`}`)
      for (let frame = 0; frame < 30; frame += 1) {
        await nextFrame()
        const found = fieldAt(pointer)
        if (found && (found.isExact || frame > 3)) {
          focus(found.element)
          return
        }
      }
      await navigate(`/shops/${key}/source?at=${encodeURIComponent(pointer)}`)
    },
    [navigate, key],
  )
}
