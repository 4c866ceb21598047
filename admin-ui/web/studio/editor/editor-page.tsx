import { Button, Result, Spin } from 'antd'
import { useCallback, useRef } from 'react'
import { Link, Navigate, useParams } from 'react-router-dom'
import { DraftContext } from '../draft/draft-context.ts'
import type { PreviewHandle } from '../preview/preview-pane.tsx'
import { useWords } from '../words.ts'
import { EditorFrame } from './editor-frame.tsx'
import { useOpenDraft } from './open-draft.ts'
import { isTopic } from './topics.ts'

/** One shop in the editor: opens its draft, then shows the topic in the address. */
export function EditorPage() {
  const { key = '', topic } = useParams()
  const { t } = useWords()
  const preview = useRef<PreviewHandle>(null)
  const { store, error, retry } = useOpenDraft(
    key,
    useCallback((since) => preview.current?.changed(since), []),
  )
  if (!isTopic(topic)) return <Navigate to={`/shops/${key}/profile`} replace />
  if (error)
    return (
      <Result
        status="warning"
        title={t('editor.openFailed')}
        subTitle={error.message}
        extra={[
          <Button key="retry" type="primary" onClick={() => void retry()}>
            {t('common.retry')}
          </Button>,
          <Link key="back" to="/">
            <Button>{t('editor.allShops')}</Button>
          </Link>,
        ]}
      />
    )
  if (!store)
    return (
      <div className="centre">
        <Spin description={t('common.loading')} size="large" />
      </div>
    )
  return (
    <DraftContext.Provider value={store}>
      <EditorFrame shopKey={key} topic={topic} preview={preview} />
    </DraftContext.Provider>
  )
}
