import { CheckOutlined, CloudSyncOutlined, DisconnectOutlined, WarningOutlined } from '@ant-design/icons'
import { useDraftState } from '../draft/draft-context.ts'
import { useWords } from '../words.ts'

const ICONS = {
  saved: CheckOutlined,
  unsaved: CloudSyncOutlined,
  saving: CloudSyncOutlined,
  offline: DisconnectOutlined,
  conflict: WarningOutlined,
  gone: WarningOutlined,
} as const

/** Whether what is on the page has reached the server. `data-state` is for tests. */
export function SaveState() {
  const { t } = useWords()
  const save = useDraftState((state) => state.save)
  const Icon = ICONS[save]
  return (
    <span className={`save save-${save}`} role="status" data-testid="save-state" data-state={save}>
      <Icon /> <span className="bar-word">{t(`editor.${save}`)}</span>
    </span>
  )
}
