import { Form, Segmented } from 'antd'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useParams } from 'react-router-dom'
import { valueAt } from '../draft/document.ts'
import { useDraft } from '../draft/draft-context.ts'
import { PreviewPane, type PreviewHandle } from '../preview/preview-pane.tsx'
import { TopicPage } from '../topics/topic-page.tsx'
import { useWords } from '../words.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { EditorHeader } from './editor-header.tsx'
import { Guidance } from './guidance.tsx'
import { TopicNav } from './topic-nav.tsx'
import type { Topic } from './topics.ts'

interface EditorFrameProps {
  readonly shopKey: string
  readonly topic: Topic
  readonly preview: RefObject<PreviewHandle | null>
}

/** Topics on the left, fields in the middle, the phone on the right; on a narrow screen one of them at a time. */
export function EditorFrame({ shopKey, topic, preview }: EditorFrameProps) {
  const { t } = useWords()
  const { item } = useParams()
  const [pane, setPane] = useState<'edit' | 'preview'>('edit')
  const middle = useRef<HTMLElement>(null)
  useUndoKeys()
  useFollowing(preview, topic, item)
  useEffect(() => {
    middle.current?.scrollTo(0, 0)
  }, [topic, item])
  return (
    <div className={`editor pane-${pane}`}>
      <EditorHeader shopKey={shopKey} />
      <div className="pane-switch">
        <Segmented
          block
          value={pane}
          data-testid="pane-switch"
          onChange={setPane}
          options={[
            { value: 'edit', label: t('editor.edit') },
            { value: 'preview', label: t('editor.preview') },
          ]}
        />
      </div>
      <TopicNav shopKey={shopKey} topic={topic} />
      <main className="fields" ref={middle}>
        <ConflictNotice />
        <Guidance shopKey={shopKey} />
        <Form layout="vertical" component={false}>
          <TopicPage topic={topic} shopKey={shopKey} />
        </Form>
      </main>
      <PreviewPane shopKey={shopKey} handle={preview} />
    </div>
  )
}

/** Opening a service opens its page in the preview, leaving it the first page. */
function useFollowing(preview: EditorFrameProps['preview'], topic: Topic, item: string | undefined): void {
  const draft = useDraft()
  const shown = useRef<string | null>(null)
  useEffect(() => {
    const id =
      topic === 'services' && item !== undefined ? valueAt(draft.state().document, `/services/${item}/id`) : null
    const page = typeof id === 'string' ? `/pages/service/index?id=${encodeURIComponent(id)}` : HOME
    if (page === (shown.current ?? HOME)) return
    shown.current = page
    preview.current?.show(page)
  }, [draft, preview, topic, item])
}

const HOME = '/pages/home/index'

/** Ctrl/⌘+Z and its way back, for the whole description; inside a box of text the browser's own goes first. */
function useUndoKeys(): void {
  const draft = useDraft()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const target = event.target as HTMLElement
      if (target.closest('[data-own-undo]')) return
      const letter = event.key.toLowerCase()
      if (letter !== 'z' && letter !== 'y') return
      event.preventDefault()
      if (letter === 'y' || event.shiftKey) draft.redo()
      else draft.undo()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [draft])
}
