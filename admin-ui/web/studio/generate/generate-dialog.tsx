import { DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Modal, Progress, Result } from 'antd'
import { useState } from 'react'
import { useDraft, useDraftState } from '../draft/draft-context.ts'
import { sizeOf } from '../format.ts'
import { server, type GeneratedApp } from '../server.ts'
import { useWords } from '../words.ts'

interface GenerateDialogProps {
  readonly shopKey: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Keeps the draft as a version, generates the app of it, and hands it over. */
export function GenerateDialog({ shopKey, isOpen, onClose }: GenerateDialogProps) {
  const { t } = useWords()
  const draft = useDraft()
  const queries = useQueryClient()
  const count = useDraftState((state) => state.problems.length)
  const [note, setNote] = useState('')
  const generate = useMutation({
    mutationFn: async () => {
      await draft.flush()
      return server.generate(shopKey, note)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['versions', shopKey] }),
  })
  const close = (): void => {
    onClose()
    if (!generate.isPending) generate.reset()
  }
  return (
    <Modal title={t('generate.title')} open={isOpen} onCancel={close} footer={null} width={560} destroyOnHidden>
      {generate.isPending ? (
        <div className="working" data-testid="generating">
          <Progress percent={100} status="active" showInfo={false} />
          <strong>{t('generate.working')}</strong>
          <span className="quiet">{t('generate.workingText')}</span>
        </div>
      ) : generate.data ? (
        <Generated app={generate.data} onAgain={() => generate.reset()} />
      ) : (
        <>
          <p>{t('generate.intro')}</p>
          {count > 0 ? <Alert type="warning" showIcon title={t('generate.faulty', { count })} /> : null}
          {generate.error ? (
            <Alert type="error" showIcon title={t('generate.failed')} description={generate.error.message} />
          ) : null}
          <Input
            style={{ margin: '16px 0' }}
            value={note}
            maxLength={200}
            placeholder={t('generate.note')}
            aria-label={t('generate.note')}
            onChange={({ target }) => setNote(target.value)}
          />
          <Button
            type="primary"
            block
            disabled={count > 0}
            data-testid="generate-start"
            onClick={() => generate.mutate()}
          >
            {t('generate.start')}
          </Button>
        </>
      )}
    </Modal>
  )
}

const FOLDERS = {
  miniprogram: 'miniprogram',
  api: 'api',
  console: 'console',
  deploy: 'deploy',
  review: 'review',
  schemas: 'schemas',
  '.kaidian': 'state',
  '.': 'root',
} as const

const isKnown = (name: string): name is keyof typeof FOLDERS => Object.hasOwn(FOLDERS, name)

function Generated({ app, onAgain }: { readonly app: GeneratedApp; readonly onAgain: () => void }) {
  const { t } = useWords()
  return (
    <div data-testid="generated">
      <Result
        status="success"
        title={t('generate.done', { version: app.version })}
        subTitle={t('generate.summary', { files: app.files, size: sizeOf(app.bytes) })}
        style={{ padding: '8px 0 16px' }}
      />
      <ul className="folders">
        {app.folders.map(({ name, files }) => (
          <li key={name}>
            <code>{name === '.' ? 'README.md …' : `${name}/`}</code>
            <span>{isKnown(name) ? t(`generate.folders.${FOLDERS[name]}`) : ''}</span>
            <span className="quiet">{t('generate.count', { count: files })}</span>
          </li>
        ))}
      </ul>
      <Button
        type="primary"
        block
        icon={<DownloadOutlined />}
        href={app.url}
        download={app.fileName}
        data-testid="download-zip"
      >
        {t('generate.download', { name: app.fileName })}
      </Button>
      <h3>{t('generate.next')}</h3>
      <ol className="next-steps">
        <li>{t('generate.steps.one')}</li>
        <li>{t('generate.steps.two')}</li>
        <li>{t('generate.steps.three')}</li>
      </ol>
      <Button type="link" onClick={onAgain}>
        {t('generate.again')}
      </Button>
    </div>
  )
}
