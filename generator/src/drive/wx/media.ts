import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Platform } from '../platform.ts'
import { type Call, type Options, api } from './api.ts'

/** Files that the customer picks. */
export function mediaApis(platform: Platform): {
  readonly calls: Readonly<Record<string, Call>>
  readonly sync: Readonly<Record<string, (...inputs: never[]) => unknown>>
} {
  const chosen = async (count: unknown) => {
    const paths = (platform.files?.() ?? []).slice(0, Number(count ?? 1))
    if (paths.length === 0) throw new Error('cancel')
    return Promise.all(paths.map(async (path) => ({ path, size: (await stat(path)).size })))
  }
  const read: Call = async ({ filePath }: Options) => {
    const bytes = await readFile(String(filePath))
    return { data: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) }
  }
  return {
    calls: {
      chooseMedia: async ({ count }) => ({
        type: 'image',
        tempFiles: (await chosen(count)).map(({ path, size }) => ({ tempFilePath: path, size, fileType: 'image' })),
      }),
      chooseMessageFile: async ({ count }) => ({
        tempFiles: (await chosen(count)).map(({ path, size }) => ({ path, size, name: basename(path), type: 'file' })),
      }),
      previewImage: () => undefined,
    },
    sync: {
      getFileSystemManager: () => ({ readFile: api('readFile', read) }),
      arrayBufferToBase64: (buffer: ArrayBuffer) => Buffer.from(buffer).toString('base64'),
    },
  }
}
