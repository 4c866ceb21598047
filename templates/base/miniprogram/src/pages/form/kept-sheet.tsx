import { View } from '@tarojs/components'
import { forgetParticipants } from '@/booking/participants'
import type { KeptParticipant } from '@/booking/participants'
import { Icon } from '@/components/icon'
import { Sheet } from '@/components/sheet'
import { Tap } from '@/components/tap'
import { useTranslation } from '@/i18n'

interface KeptSheetProps {
  readonly kept: readonly KeptParticipant[]
  readonly onPick: (one: KeptParticipant) => void
  readonly onClose: () => void
}

/** Those kept on this device, to pick one from or to forget. */
export const KeptSheet = ({ kept, onPick, onClose }: KeptSheetProps) => {
  const { t } = useTranslation()
  return (
    <Sheet title={t.keptPeople} onClose={onClose}>
      <View className="soft">{kept.length > 0 ? t.keptPeopleHint : t.keptPeopleNone}</View>
      {kept.map((one, index) => (
        <View key={one.id} className="kept">
          <Tap id={`kept-${index}`} className="kept-name grow" onTap={() => onPick(one)}>
            <Icon name="people" />
            <View className="grow">{one.name}</View>
          </Tap>
          <Tap
            id={`kept-${index}-forget`}
            className="kept-forget"
            label={t.removeNamed(one.name)}
            onTap={() => forgetParticipants(one.id)}
          >
            <Icon name="trash" />
          </Tap>
        </View>
      ))}
    </Sheet>
  )
}
