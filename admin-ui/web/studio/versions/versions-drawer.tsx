import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Empty, Input, Skeleton, Space } from 'antd'
import { useState } from 'react'
import { useDraft } from '../draft/draft-context.ts'
import { momentOf } from '../format.ts'
import { server } from '../server.ts'
import { useWords } from '../words.ts'
import { Differences } from './differences.tsx'

interface VersionsDrawerProps {
  readonly shopKey: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Save points: save one, compare one with the draft, bring one back. */
export function VersionsDrawer({ shopKey, isOpen, onClose }: VersionsDrawerProps) {
  const { t, language } = useWords()
  const { message } = App.useApp()
  const draft = useDraft()
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const [compared, setCompared] = useState<{ number: number; description: unknown } | null>(null)
  const { data: versions, error } = useQuery({
    queryKey: ['versions', shopKey],
    queryFn: () => server.versions(shopKey),
  })
  const onError = (fault: Error): void => void message.error(fault.message)
  const save = useMutation({
    mutationFn: async () => {
      await draft.flush()
      return server.keep(shopKey, note)
    },
    onSuccess: async ({ number, isNew }) => {
      message.success(isNew ? t('versions.saved', { number }) : t('versions.unchanged', { number }))
      setNote('')
      await queries.invalidateQueries({ queryKey: ['versions', shopKey] })
    },
    onError,
  })
  const restore = useMutation({
    mutationFn: (number: number) => server.version(shopKey, number),
    onSuccess: ({ number, description }) => {
      draft.replace(description)
      message.success(t('versions.restored', { number }))
      onClose()
    },
    onError,
  })
  const show = useMutation({
    mutationFn: (number: number) => server.version(shopKey, number),
    onSuccess: setCompared,
    onError,
  })
  return (
    <Drawer title={t('versions.title')} open={isOpen} onClose={onClose} size={480} destroyOnHidden>
      <p className="quiet">{t('versions.intro')}</p>
      <Space.Compact block style={{ margin: '16px 0' }}>
        <Input
          value={note}
          maxLength={200}
          placeholder={t('versions.note')}
          aria-label={t('versions.note')}
          data-testid="version-note"
          onChange={({ target }) => setNote(target.value)}
          onPressEnter={() => save.mutate()}
        />
        <Button type="primary" loading={save.isPending} data-testid="save-version" onClick={() => save.mutate()}>
          {t('versions.save')}
        </Button>
      </Space.Compact>
      {error ? <Alert type="error" showIcon title={t('versions.failed')} description={error.message} /> : null}
      {versions === undefined && !error ? <Skeleton active /> : null}
      {versions?.length === 0 ? <Empty description={t('versions.empty')} /> : null}
      <ol className="versions" reversed>
        {versions?.map((version) => (
          <li key={version.number} data-testid={`version-${String(version.number)}`}>
            <div>
              <strong>{t('versions.number', { number: version.number })}</strong>{' '}
              <span className="quiet">{momentOf(version.createdAt, language)}</span>
            </div>
            <div className="version-note">{version.note || <span className="quiet">{t('versions.noNote')}</span>}</div>
            <Space wrap>
              <Button
                size="small"
                data-testid={`compare-${String(version.number)}`}
                onClick={() => (compared?.number === version.number ? setCompared(null) : show.mutate(version.number))}
              >
                {t('versions.compare')}
              </Button>
              <Button
                size="small"
                data-testid={`restore-${String(version.number)}`}
                onClick={() => restore.mutate(version.number)}
              >
                {t('versions.restore')}
              </Button>
            </Space>
            {compared?.number === version.number ? (
              <Differences number={version.number} before={compared.description} />
            ) : null}
          </li>
        ))}
      </ol>
    </Drawer>
  )
}
