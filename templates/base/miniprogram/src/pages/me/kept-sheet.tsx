import { View } from '@tarojs/components'
import { forgetParticipants, useKeptParticipants } from '@/booking/participants'
import { Action } from '@/components/action'
import { Sheet } from '@/components/sheet'
import { Tap } from '@/components/tap'
import { useTranslation } from '@/i18n'
import { formIn } from '@/shop/store'
import type { PublicShop } from '@/kaidian/booking'

interface KeptSheetProps {
  readonly shop: PublicShop
  readonly onClose: () => void
}

/** Those whose details are kept on this device, each to be forgotten, or all. */
export const KeptSheet = ({ shop, onClose }: KeptSheetProps) => {
  const { t, say } = useTranslation()
  const kept = useKeptParticipants()
  return (
    <Sheet title={t.keptPeople} onClose={onClose}>
      <View className="soft">{t.keptPeopleHint}</View>
      {kept.length === 0 && <View className="me-kept-none">{t.keptPeopleNone}</View>}
      {kept.map(({ id, name, form }, at) => (
        <View key={id} className="me-kept">
          <View className="grow">
            <View>{name}</View>
            <View className="soft">{say(formIn(shop, form)?.title)}</View>
          </View>
          <Tap id={`forget-${at + 1}`} className="me-kept-forget link" onTap={() => forgetParticipants(id)}>
            {t.forget}
          </Tap>
        </View>
      ))}
      {kept.length > 1 && (
        <View className="sheet-actions">
          <Action id="forget-all" kind="danger" onTap={() => forgetParticipants()}>
            {t.forgetAll}
          </Action>
        </View>
      )}
    </Sheet>
  )
}
