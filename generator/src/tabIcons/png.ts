import { crc32 } from 'node:zlib'

/** Red, green, blue and alpha, each 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number]

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Of one stored block of deflate. */
const LONGEST = 0xffff

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(content.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

function adler32(content: Buffer): number {
  let [a, b] = [1, 0]
  for (const byte of content) {
    a = (a + byte) % 65521
    b = (b + a) % 65521
  }
  return b * 65536 + a
}

/** The zlib format without compression: compressors differ from machine to machine in the bytes they choose. */
function stored(content: Buffer): Buffer {
  if (content.length > LONGEST) throw new RangeError('a picture of more than one block')
  const head = Buffer.from([0x78, 0x01, 0x01, 0, 0, 0, 0])
  head.writeUInt16LE(content.length, 3)
  head.writeUInt16LE(LONGEST - content.length, 5)
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(adler32(content))
  return Buffer.concat([head, content, tail])
}

/**
 * A square PNG, the same bytes on every machine.
 *
 * @param palette at most 16 colours.
 * @param indexAt which of them a pixel has.
 */
export function pngOf(side: number, palette: readonly Colour[], indexAt: (x: number, y: number) => number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([4, 3, 0, 0, 0], 8)
  const width = 1 + Math.ceil(side / 2)
  const rows = Buffer.alloc(side * width)
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const at = y * width + 1 + (x >> 1)
      rows[at] = (rows[at] ?? 0) | (indexAt(x, y) << (x % 2 === 0 ? 4 : 0))
    }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(([red, green, blue]) => [red, green, blue]))),
    chunk('tRNS', Buffer.from(palette.map(([, , , alpha]) => alpha))),
    chunk('IDAT', stored(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
