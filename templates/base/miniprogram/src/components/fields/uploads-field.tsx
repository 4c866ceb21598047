import Taro from '@tarojs/taro'
import { Image, Text, View } from '@tarojs/components'
import { alt } from '@/components/alt'
import { useEffect, useState } from 'react'
import { uploadFile } from '@/api/uploads'
import { addressOf, isPicture, noteUpload, unsent, uploadedAs } from '@/booking/uploaded'
import { Icon } from '@/components/icon'
import { useShownId } from '@/components/shown'
import { Tap } from '@/components/tap'
import { useTranslation } from '@/i18n'
import { uploadLimits } from '@/kaidian/form'
import { signedIn } from '@/session/session'
import { canChoose, chooseFiles } from './choosing'
import { fieldPathOf, idOf } from './field-props'
import type { FieldProps } from './field-props'
import { sizeOf, useSending } from './use-sending'
import type { Sending } from './use-sending'
import './uploads.css'

const idsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? (value as readonly unknown[]).filter((id): id is string => typeof id === 'string') : []

interface TileProps {
  readonly id: string
  readonly upload: string
  readonly onRemove: () => void
}

/** One that has arrived: its picture, or its name. */
const Tile = ({ id, upload, onRemove }: TileProps) => {
  const { t } = useTranslation()
  const what = uploadedAs(upload)
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    if (isPicture(what?.type)) void addressOf(upload).then((found) => current && setAddress(found))
    return () => {
      current = false
    }
  }, [upload])
  const name = what?.name ?? t.uploaded
  return (
    <View {...useShownId(id)} className="upload">
      {address ? (
        <Tap className="upload-face" label={name} onTap={() => Taro.previewImage({ urls: [address] })}>
          <Image {...alt(name)} className="upload-picture" src={address} mode="aspectFill" />
        </Tap>
      ) : (
        <View className="upload-face">
          <Icon name="document" size={24} />
          <View className="upload-name">{name}</View>
        </View>
      )}
      <Tap id={`${id}-remove`} className="upload-remove" label={t.removeNamed(name)} onTap={onRemove}>
        <View className="upload-cross">
          <Icon name="close" size={12} colour="#ffffff" />
        </View>
      </Tap>
    </View>
  )
}

interface SendingTileProps {
  readonly id: string
  readonly sending: Sending
  readonly onAgain: () => void
  readonly onRemove: () => void
}

const SendingTile = ({ id, sending, onAgain, onRemove }: SendingTileProps) => {
  const { t } = useTranslation()
  const { file, fault } = sending
  return (
    <View className="upload">
      {fault === null ? (
        <View className="upload-face">
          <View className="upload-turning" />
          <View className="upload-name">{t.sending}</View>
        </View>
      ) : (
        <Tap
          id={`${id}-again`}
          className="upload-face upload-failed"
          label={`${t.uploadAgain} ${file.name}`}
          onTap={onAgain}
        >
          <Text className="upload-again">{t.uploadAgain}</Text>
          <View className="upload-name">{file.name}</View>
        </Tap>
      )}
      <Tap id={`${id}-remove`} className="upload-remove" label={t.removeNamed(file.name)} onTap={onRemove}>
        <View className="upload-cross">
          <Icon name="close" size={12} colour="#ffffff" />
        </View>
      </Tap>
    </View>
  )
}

/** Files or pictures: chosen, sent at once, shown, taken out again. */
export const UploadsField = ({ field, at, value, faulty, asking, onChange }: FieldProps) => {
  const { t } = useTranslation()
  const shownId = useShownId(`field-${idOf(at)}`)
  const limits = uploadLimits(field)
  const { sending, send, again, drop } = useSending(limits?.maxBytes ?? 0, async (file) => {
    const upload = await uploadFile(file.content, { form: asking.form.id, field: fieldPathOf(at) })
    return () => {
      noteUpload(upload.id, { name: file.name, type: upload.type }, file.address)
      onChange((before: unknown) => idsIn(before).concat(upload.id))
    }
  })
  const faults = sending.flatMap(({ fault }) => (fault === null ? [] : [fault]))
  const isUnsent = faults.length > 0
  useEffect(() => {
    if (!isUnsent) return
    unsent.set(unsent.get().concat(at))
    return () => unsent.set(unsent.get().filter((path) => path !== at))
  }, [at, isUnsent])
  if (!limits) return null
  const ids = idsIn(value)
  const free = limits.maxCount - ids.length - sending.length
  const id = idOf(at)

  const add = async () => {
    if (await signedIn()) await send(await chooseFiles(limits, free))
  }
  const remove = (upload: string) =>
    onChange((before: unknown) => {
      const left = idsIn(before).filter((one) => one !== upload)
      return left.length > 0 ? left : undefined
    })

  return (
    <View {...shownId}>
      <View className="uploads">
        {ids.map((upload, index) => (
          <Tile key={upload} id={`upload-${id}-${index}`} upload={upload} onRemove={() => remove(upload)} />
        ))}
        {sending.map((one) => (
          <SendingTile
            key={one.key}
            id={`sending-${id}-${one.key}`}
            sending={one}
            onAgain={() => void again(one)}
            onRemove={() => drop(one.key)}
          />
        ))}
        {free > 0 && canChoose(limits) && (
          <Tap
            id={`field-${id}-add`}
            className={`upload upload-add ${faulty ? 'upload-add-faulty' : ''}`}
            label={field.kind === 'image' ? t.addPicture : t.addFile}
            // Older browsers never say that the choice was called off.
            onTap={() => void add()}
          >
            <Icon name="plus" size={24} />
            <View className="upload-name">{field.kind === 'image' ? t.addPicture : t.addFile}</View>
          </Tap>
        )}
      </View>
      <View className="upload-limits">
        {t.uploadLimits(ids.length, limits.maxCount, sizeOf(limits.maxBytes), limits.accept.join(' / '))}
      </View>
      {!canChoose(limits) && <View className="upload-limits">{t.uploadElsewhere}</View>}
      {faults.length > 0 && (
        <View className="field-fault" {...(process.env.TARO_ENV === 'h5' ? { role: 'alert' } : {})}>
          {faults[0]}
        </View>
      )}
    </View>
  )
}
