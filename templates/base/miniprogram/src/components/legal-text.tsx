import { View } from '@tarojs/components'
import { useTranslation } from '@/i18n'
import type { PublicShop } from '@/kaidian/booking'
import './legal-text.css'

interface LegalTextProps {
  /** Paragraphs divided by empty lines; a line that begins with `# ` is a heading. {operator}, {shop} and {phone} are filled in. */
  readonly text: string
  readonly shop: PublicShop
}

/** Chinese is written without spaces but beside digits and letters. */
const between = (before: string | undefined, text: string, after: string | undefined): string =>
  [
    /[\u4e00-\u9fff]/.test(before ?? '') && /^\w/.test(text) ? ' ' : '',
    text,
    /\w$/.test(text) && /[\u4e00-\u9fff]/.test(after ?? '') ? ' ' : '',
  ].join('')

export const LegalText = ({ text, shop }: LegalTextProps) => {
  const { say } = useTranslation()
  const { name, operator, phone, address } = shop.profile
  const names: Readonly<Record<string, string>> = {
    shop: say(name),
    operator: say(operator ?? name),
    phone: phone ?? '',
    address: say(address),
  }
  const filled = text.replace(/\{(shop|operator|phone|address)\}/g, (hole, key: string, at: number) =>
    between(text[at - 1], names[key] ?? '', text[at + hole.length]),
  )
  return (
    <View className="card legal">
      {filled.split(/\n+/).map((line, at) =>
        line.startsWith('# ') ? (
          <View key={at} className="legal-heading">
            {line.slice(2)}
          </View>
        ) : (
          line.trim() !== '' && (
            <View key={at} className="legal-paragraph">
              {line}
            </View>
          )
        ),
      )}
    </View>
  )
}
