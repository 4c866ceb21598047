import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { exportMe } from '@/api/calls'
import { sentenceOf } from '@/api/errors'
import { Action } from '@/components/action'
import { Sheet } from '@/components/sheet'
import { Failure, Skeleton } from '@/components/states'
import { download } from '@/download'
import { useTranslation } from '@/i18n'

/** Everything the shop keeps about the customer, to read and to take away. */
export const ExportSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation()
  const [text, setText] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const load = () => {
    setFailure(null)
    return exportMe().then(
      (everything) => setText(JSON.stringify(everything, null, 2)),
      (error: unknown) => setFailure(sentenceOf(error)),
    )
  }
  useEffect(() => void load(), [])

  const body = () => {
    if (failure) return <Failure message={failure} onRetry={load} />
    if (text === null) return <Skeleton heights={[200]} />
    return (
      <>
        <View className="soft">{t.exportHint}</View>
        <View id="export-text" className="export-text">
          {text}
        </View>
        {process.env.TARO_ENV === 'h5' ? (
          <Action id="export-download" onTap={() => download(text, 'my-data.json', 'application/json')}>
            {t.download}
          </Action>
        ) : (
          <Action id="export-copy" onTap={() => Taro.setClipboardData({ data: text })}>
            {t.copy}
          </Action>
        )}
      </>
    )
  }
  return (
    <Sheet title={t.exportData} onClose={onClose}>
      {body()}
    </Sheet>
  )
}
