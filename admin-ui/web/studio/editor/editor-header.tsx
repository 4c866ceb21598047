import { ArrowLeftOutlined, HistoryOutlined, RedoOutlined, RocketOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { valueAt } from '../draft/document.ts'
import { useDraft, useDraftState } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { GenerateDialog } from '../generate/generate-dialog.tsx'
import { LanguageButton } from '../language-button.tsx'
import { VersionsDrawer } from '../versions/versions-drawer.tsx'
import { useWords } from '../words.ts'
import { ProblemList } from './problem-list.tsx'
import { SaveState } from './save-state.tsx'

/** Name, save state, problems, versions and Generate. */
export function EditorHeader({ shopKey }: { readonly shopKey: string }) {
  const { t, language } = useWords()
  const draft = useDraft()
  const name = useDraftState((state) => shownText(valueAt(state.document, '/profile/name'), language, shopKey))
  const canUndo = useDraftState((state) => state.canUndo)
  const canRedo = useDraftState((state) => state.canRedo)
  const [open, setOpen] = useState<'versions' | 'generate' | null>(null)
  return (
    <header className="bar">
      <Link to="/" className="back" aria-label={t('editor.allShops')} data-testid="all-shops">
        <ArrowLeftOutlined />
      </Link>
      <strong className="bar-name clip" data-testid="shop-title">
        {name}
      </strong>
      <SaveState />
      <span className="bar-space" />
      <span className="bar-undo">
        <Tooltip title={t('editor.undo')}>
          <Button
            type="text"
            icon={<UndoOutlined />}
            aria-label={t('editor.undo')}
            data-testid="undo"
            disabled={!canUndo}
            onClick={draft.undo}
          />
        </Tooltip>
        <Tooltip title={t('editor.redo')}>
          <Button
            type="text"
            icon={<RedoOutlined />}
            aria-label={t('editor.redo')}
            data-testid="redo"
            disabled={!canRedo}
            onClick={draft.redo}
          />
        </Tooltip>
      </span>
      <ProblemList />
      <Button icon={<HistoryOutlined />} data-testid="versions" onClick={() => setOpen('versions')}>
        <span className="bar-word">{t('editor.versions')}</span>
      </Button>
      <Button type="primary" icon={<RocketOutlined />} data-testid="generate" onClick={() => setOpen('generate')}>
        <span className="bar-word">{t('editor.generate')}</span>
      </Button>
      <span className="bar-language">
        <LanguageButton />
      </span>
      <VersionsDrawer shopKey={shopKey} isOpen={open === 'versions'} onClose={() => setOpen(null)} />
      <GenerateDialog shopKey={shopKey} isOpen={open === 'generate'} onClose={() => setOpen(null)} />
    </header>
  )
}
