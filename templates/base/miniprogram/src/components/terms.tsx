import { View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import type { PublicService, Words } from '@/kaidian/booking'
import { useShownId } from './shown'
import './terms.css'

/** The rules of a service in plain words: booking, payment, cancelling, changing the time, passing it on. */
export const Terms = ({ service }: { readonly service: PublicService }) => {
  const { t, say } = useTranslation()
  const { terms, mode } = service
  const parts: readonly (readonly [string, readonly Words[]])[] = [
    [mode === 'appointment' ? t.termsBooking : t.termsSignUp, terms.booking],
    [t.termsPayment, [terms.payment]],
    [t.termsCancellation, terms.cancellation],
    [t.termsReschedule, mode === 'registration' ? [] : [terms.reschedule]],
    [t.termsTransfer, terms.transfer ? [terms.transfer] : []],
  ]
  return (
    <View {...useShownId('terms')} className="card">
      <View className="card-title">{mode === 'appointment' ? t.terms : t.termsOfSignUp}</View>
      {parts.map(
        ([title, sentences]) =>
          sentences.length > 0 && (
            <View key={title} className="term">
              <View className="term-title">{title}</View>
              <View className="grow whole-words">
                {sentences.map((sentence, at) => (
                  <View key={at} className="term-sentence">
                    {say(sentence)}
                  </View>
                ))}
              </View>
            </View>
          ),
      )}
    </View>
  )
}
