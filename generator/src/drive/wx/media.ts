import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import type { Platform } from '../platform.ts'
import { type Call, type Options, api, textOf } from './api.ts'

/** The canvas of the page, as far as a signature needs one: what is drawn is counted, not painted. */
class Canvas {
  width = 0
  height = 0
  strokes = 0

  getContext(): Record<string, unknown> {
    return new Proxy<Record<string, unknown>>(
      { stroke: () => void this.strokes++, fillRect: () => void (this.strokes = 0) },
      { get: (target, name) => target[String(name)] ?? (() => undefined) },
    )
  }
}

const chunk = (type: string, content: Buffer): Buffer => {
  const typed = Buffer.concat([Buffer.from(type), content])
  const framed = Buffer.alloc(8)
  framed.writeUInt32BE(content.length, 0)
  framed.writeUInt32BE(crc32(typed), 4)
  return Buffer.concat([framed.subarray(0, 4), typed, framed.subarray(4)])
}

/** A white PNG of that size, with a line across it when something was drawn. */
function picture(width: number, height: number, drawn: boolean): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(8, 8)
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.from([0]), Buffer.alloc(width, drawn && y === height >> 1 ? 0 : 255)]),
  )
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Files that the customer picks, and what is drawn on a canvas. */
export function mediaApis(platform: Platform): {
  readonly calls: Readonly<Record<string, Call>>
  readonly sync: Readonly<Record<string, (...inputs: never[]) => unknown>>
  /** What a query for the node of a canvas finds. */
  readonly canvasOf: (key: object) => Canvas
} {
  const drawn = new Map<string, Buffer>()
  const canvases = new WeakMap<object, Canvas>()
  const chosen = async (count: unknown) => {
    const paths = (platform.files?.() ?? []).slice(0, Number(count ?? 1))
    if (paths.length === 0) throw new Error('cancel')
    return Promise.all(paths.map(async (path) => ({ path, size: (await stat(path)).size })))
  }
  const read: Call = async ({ filePath }: Options) => {
    const path = String(filePath)
    const bytes = drawn.get(path) ?? (await readFile(path))
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
      canvasToTempFilePath: (options) => {
        const tempFilePath = `wxfile://tmp/${randomUUID()}.png`
        const { strokes } = options['canvas'] as Canvas
        const size = (name: string): number => Math.max(1, Math.round(Number(textOf(options, name) || 1)))
        drawn.set(tempFilePath, picture(size('destWidth'), size('destHeight'), strokes > 0))
        return { tempFilePath }
      },
      previewImage: () => undefined,
    },
    sync: {
      getFileSystemManager: () => ({ readFile: api('readFile', read) }),
      arrayBufferToBase64: (buffer: ArrayBuffer) => Buffer.from(buffer).toString('base64'),
      base64ToArrayBuffer: (text: string) => new Uint8Array(Buffer.from(text, 'base64')).buffer,
    },
    canvasOf: (key) => {
      const canvas = canvases.get(key) ?? new Canvas()
      canvases.set(key, canvas)
      return canvas
    },
  }
}
