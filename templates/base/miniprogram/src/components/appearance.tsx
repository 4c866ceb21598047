import { View } from '@tarojs/components'
import type { Appearance as Choice } from '@/kaidian/booking'
import { useTranslation } from '@/i18n'
import { useShop } from '@/shop/store'
import { useStore } from '@/store'
import { chooseAppearance, chosenAppearance } from '@/theme/system'
import { Chip } from './chip'

const CHOICES: readonly Choice[] = ['system', 'light', 'dark']

/** Light, dark, or as the phone is set: the shop's own choice until the customer makes one. */
export const Appearance = () => {
  const { t } = useTranslation()
  const { shop } = useShop()
  const chosen = useStore(chosenAppearance) ?? shop?.theme.appearance ?? 'system'
  const words: Readonly<Record<Choice, string>> = { system: t.asThePhone, light: t.light, dark: t.dark }
  return (
    <View className="card">
      <View className="card-title">{t.appearance}</View>
      <View className="chips">
        {CHOICES.map((choice) => (
          <Chip
            key={choice}
            id={`appearance-${choice}`}
            chosen={choice === chosen}
            onTap={() => chooseAppearance(choice)}
          >
            {words[choice]}
          </Chip>
        ))}
      </View>
    </View>
  )
}
