import { show } from '../common/frame.tsx'
import { start, useWords } from './words.ts'

function Home() {
  const { t } = useWords()
  return <h1>{t('title')}</h1>
}

await start()
show(<Home />)
