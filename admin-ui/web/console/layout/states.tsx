import { Alert, Button, Skeleton } from 'antd'
import { useErrorWords } from '../server/queries.ts'
import { useWords } from '../words.ts'

export function Loading() {
  const { t } = useWords()
  return (
    <div className="loading" role="status" aria-label={t('loading')}>
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  )
}

export function Failed({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const { t } = useWords()
  const wordsOf = useErrorWords()
  return (
    <div className="loading">
      <Alert
        type="error"
        showIcon
        title={wordsOf(error)}
        action={
          <Button size="small" onClick={retry}>
            {t('retry')}
          </Button>
        }
      />
    </div>
  )
}
