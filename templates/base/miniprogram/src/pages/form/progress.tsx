import { View } from '@tarojs/components'
import { useTranslation } from '@/i18n'

interface ProgressProps {
  /** From 1. */
  readonly step: number
  readonly steps: number
  readonly title: string
}

/** How far the customer is: a line, and the same in words. */
export const Progress = ({ step, steps, title }: ProgressProps) => {
  const { t } = useTranslation()
  return (
    <View className="progress">
      <View className="progress-words">
        <View className="grow progress-title">{title}</View>
        <View className="progress-count figure">{t.stepOf(step, steps)}</View>
      </View>
      <View
        className="progress-line"
        {...(process.env.TARO_ENV === 'h5'
          ? {
              role: 'progressbar',
              'aria-label': title,
              'aria-valuemin': 1,
              'aria-valuemax': steps,
              'aria-valuenow': step,
            }
          : {})}
      >
        <View className="progress-done" style={{ width: `${(step / steps) * 100}%` }} />
      </View>
    </View>
  )
}
