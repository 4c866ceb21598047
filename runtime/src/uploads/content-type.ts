import { fileTypeFromBuffer } from 'file-type'
import type { FormField } from '../domain/index.ts'

/** What a file may be, in the words of the shop language. */
export type UploadType = NonNullable<FormField['accept']>[number]

/** Media type that a file is served with, and whether a browser may show it beside other things. */
export const UPLOAD_TYPES: { readonly [type in UploadType]: { readonly media: string; readonly shown: boolean } } = {
  jpg: { media: 'image/jpeg', shown: true },
  png: { media: 'image/png', shown: true },
  webp: { media: 'image/webp', shown: true },
  gif: { media: 'image/gif', shown: true },
  heic: { media: 'image/heic', shown: true },
  pdf: { media: 'application/pdf', shown: false },
  docx: { media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', shown: false },
  xlsx: { media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', shown: false },
  mp4: { media: 'video/mp4', shown: false },
}

/** What the bytes are, whatever the file is called; undefined for everything that no field takes. */
export async function typeOfContent(bytes: Uint8Array): Promise<UploadType | undefined> {
  const ext = (await fileTypeFromBuffer(bytes))?.ext
  return ext !== undefined && Object.hasOwn(UPLOAD_TYPES, ext) ? (ext as UploadType) : undefined
}
