import Taro from '@tarojs/taro'
import { messages } from '@/i18n'
import type { LocalFile } from '@/api/uploads'
import type { UploadLimits } from '@/kaidian/form'

/** A file the customer chose. */
export interface ChosenFile {
  readonly content: LocalFile
  /** To show it from: a `blob:` address on h5, its temporary path elsewhere. */
  readonly address: string
  readonly name: string
  readonly bytes: number
}

const PICTURES = ['jpg', 'png', 'webp', 'gif', 'heic']
const MEDIA: Readonly<Record<string, string>> = { jpg: '.jpg,.jpeg', mp4: '.mp4' }

const isMedia = (type: string): boolean => PICTURES.includes(type) || type === 'mp4'

/** Whether files of one of these kinds can be chosen here: outside WeChat and browsers, pictures alone. */
export const canChoose = ({ accept }: UploadLimits): boolean =>
  process.env.TARO_ENV === 'weapp' || process.env.TARO_ENV === 'h5' || accept.some((type) => PICTURES.includes(type))

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const inBrowser = ({ accept }: UploadLimits, count: number): Promise<readonly ChosenFile[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept.map((type) => MEDIA[type] ?? `.${type}`).join(',')
    input.multiple = count > 1
    input.onchange = () =>
      resolve(
        Array.from(input.files ?? [])
          .slice(0, count)
          .map((file) => ({ content: file, address: URL.createObjectURL(file), name: file.name, bytes: file.size })),
      )
    input.oncancel = () => resolve([])
    input.click()
  })

const local = (path: string, name: string, bytes: number): ChosenFile => ({ content: path, address: path, name, bytes })

const fromAlbum = async (accept: UploadLimits['accept'], count: number): Promise<readonly ChosenFile[]> => {
  const { tempFiles } = await Taro.chooseMedia({
    count: Math.min(count, 9),
    mediaType: accept.includes('mp4') ? ['image', 'video'] : ['image'],
    sourceType: ['album', 'camera'],
    sizeType: ['compressed'],
  })
  return tempFiles.map(({ tempFilePath, size }) => local(tempFilePath, lastOf(tempFilePath), size))
}

const fromPhone = async (count: number): Promise<readonly ChosenFile[]> => {
  const { tempFiles } = await Taro.chooseImage({ count: Math.min(count, 9), sizeType: ['compressed'] })
  return tempFiles.map(({ path, size }) => local(path, lastOf(path), size))
}

const fromChat = async (accept: UploadLimits['accept'], count: number): Promise<readonly ChosenFile[]> => {
  const { tempFiles } = await Taro.chooseMessageFile({ count, type: 'file', extension: [...accept] })
  return tempFiles.map(({ path, name, size }) => local(path, name, size))
}

/** Lets the customer choose up to `count` files; none when they turn away. */
export const chooseFiles = async (limits: UploadLimits, count: number): Promise<readonly ChosenFile[]> => {
  if (process.env.TARO_ENV === 'h5') return inBrowser(limits, count)
  const { accept } = limits
  try {
    if (process.env.TARO_ENV !== 'weapp') return await fromPhone(count)
    const pictures = accept.some(isMedia)
    const documents = accept.some((type) => !isMedia(type))
    if (!documents) return await fromAlbum(accept, count)
    if (!pictures) return await fromChat(accept, count)
    const { fromAlbum: album, fromChat: chat } = messages()
    const { tapIndex } = await Taro.showActionSheet({ itemList: [album, chat] })
    return await (tapIndex === 0 ? fromAlbum(accept, count) : fromChat(accept, count))
  } catch {
    // turned away, or the platform refused; the privacy dialog has said so
    return []
  }
}
