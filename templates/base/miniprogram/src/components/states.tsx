import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { Action } from './action'
import { Picture } from './picture'
import './states.css'

interface EmptyProps {
  readonly picture?: string
  readonly title: string
  readonly hint?: string
  readonly children?: ReactNode
}

/** Nothing to show, said kindly, with what can be done about it. */
export const Empty = ({ picture = 'empty', title, hint, children }: EmptyProps) => (
  <View className="state">
    <Picture className="state-picture" source={null} fallback={picture} />
    <View className="state-title">{title}</View>
    {hint && <View className="soft">{hint}</View>}
    {children && <View className="state-actions">{children}</View>}
  </View>
)

/** Something could not be loaded; the same thing can be tried again. */
export const Failure = ({ message, onRetry }: { readonly message: string; readonly onRetry: () => unknown }) => {
  const { t } = useTranslation()
  return (
    <Empty picture="offline" title={t.loadFailed} hint={message}>
      <Action id="retry" kind="quiet" small onTap={onRetry}>
        {t.retry}
      </Action>
    </Empty>
  )
}

/** The grey shape of what is coming, of the height it will have, so that nothing jumps. */
export const Skeleton = ({ heights }: { readonly heights: readonly number[] }) => (
  <View className="skeleton" {...(process.env.TARO_ENV === 'h5' ? { role: 'status', 'aria-busy': 'true' } : {})}>
    {heights.map((height, at) => (
      <View key={at} className="skeleton-block" style={{ height: `${height}px` }} />
    ))}
  </View>
)
