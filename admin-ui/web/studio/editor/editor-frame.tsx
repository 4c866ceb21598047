import { Form, Segmented } from 'antd'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useParams } from 'react-router-dom'
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
