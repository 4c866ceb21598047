import { Alert, Button, Space } from 'antd'
import { useDraft, useDraftState } from '../draft/draft-context.ts'
import { agoOf } from '../format.ts'
import { useWords } from '../words.ts'

/** Two pages changed one shop: says so, and lets the person choose. Nothing is lost before they do. */
export function ConflictNotice() {
  const { t, language } = useWords()
  const draft = useDraft()
  const newer = useDraftState((state) => state.newer)
  const isGone = useDraftState((state) => state.save === 'gone')
  if (isGone) return <Alert type="error" showIcon title={t('editor.gone')} description={t('editor.goneText')} />
  if (!newer) return null
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="conflict"
      title={t('editor.conflictTitle')}
      description={
        <>
          <p>{t('editor.conflictText', { when: agoOf(newer.updatedAt, Date.now(), language) })}</p>
          <Space wrap>
            <Button type="primary" data-testid="take-theirs" onClick={() => draft.settle('theirs')}>
              {t('editor.takeTheirs')}
            </Button>
            <Button data-testid="keep-mine" onClick={() => draft.settle('mine')}>
              {t('editor.keepMine')}
            </Button>
          </Space>
        </>
      }
    />
  )
}
