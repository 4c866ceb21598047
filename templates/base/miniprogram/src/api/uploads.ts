import Taro from '@tarojs/taro'
import { call, callForFile } from './client'

export interface Upload {
  /** What the answer names: `upl_…`. */
  readonly id: string
  /** `jpg`, `pdf` … as the server found it to be. */
  readonly type: string
  readonly bytes: number
}

/** What is in a file that was chosen: a `blob:` address on h5, a temporary path elsewhere. */
const contentOf = (path: string): Promise<ArrayBuffer> => {
  if (process.env.TARO_ENV === 'h5') return fetch(path).then((file) => file.arrayBuffer())
  return new Promise((resolve, reject) =>
    Taro.getFileSystemManager().readFile({
      filePath: path,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: reject,
    }),
  )
}

/**
 * Uploads a chosen file for a field of a form; in a group `field` is its path, `pets.photo`. Throws ApiError,
 * `UPLOAD_TOO_LARGE` and `UPLOAD_TYPE_INVALID` among them.
 */
export const uploadFile = async (path: string, to: { readonly form: string; readonly field: string }) =>
  call<Upload>('/uploads', { method: 'POST', query: to, file: await contentOf(path) })

/** A file of one's own as a `data:` address, to be shown in an image. */
export const fetchUpload = async (id: string): Promise<string> => {
  const { content, media } = await callForFile(`/uploads/${id}`)
  return `data:${media};base64,${Taro.arrayBufferToBase64(content)}`
}
