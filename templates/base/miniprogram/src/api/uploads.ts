import Taro from '@tarojs/taro'
import { call, callForFile } from './client'

export interface Upload {
  /** What the answer names: `upl_…`. */
  readonly id: string
  /** `jpg`, `pdf` … as the server found it to be. */
  readonly type: string
  readonly bytes: number
}

/** A file that was chosen: the browser's own on h5, a temporary path elsewhere. */
export type LocalFile = Blob | string

const contentOf = (file: LocalFile): Promise<ArrayBuffer> => {
  if (typeof file !== 'string') return file.arrayBuffer()
  return new Promise((resolve, reject) =>
    Taro.getFileSystemManager().readFile({
      filePath: file,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: reject,
    }),
  )
}

/**
 * Uploads a chosen file for a field of a form; in a group `field` is its path, `pets.photo`. Throws ApiError,
 * `UPLOAD_TOO_LARGE` and `UPLOAD_TYPE_INVALID` among them.
 */
export const uploadFile = async (file: LocalFile, to: { readonly form: string; readonly field: string }) =>
  call<Upload>('/uploads', { method: 'POST', query: to, file: await contentOf(file) })

/** A file of one's own as a `data:` address, to be shown in an image. */
export const fetchUpload = async (id: string): Promise<string> => {
  const { content, media } = await callForFile(`/uploads/${id}`)
  // In a browser Taro wants the bytes rather than their buffer, whatever its types say.
  const bytes = process.env.TARO_ENV === 'h5' ? (new Uint8Array(content) as unknown as ArrayBuffer) : content
  return `data:${media};base64,${Taro.arrayBufferToBase64(bytes)}`
}
