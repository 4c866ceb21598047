import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

const CELLS = 25

/** A square PNG that stands for a mini-program code: the same text, the same picture. No camera can read it. */
export function miniCodePng(text: string, width: number): Buffer {
  const side = Math.min(1280, Math.max(280, Math.floor(width)))
  const dark = cellsOf(text)
  const rows = Buffer.alloc(side * (side + 1), 255)
  for (let y = 0; y < side; y += 1) {
    rows[y * (side + 1)] = 0
    for (let x = 0; x < side; x += 1) if (dark(cellAt(x, side), cellAt(y, side))) rows[y * (side + 1) + 1 + x] = 0x22
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

// One cell of white on each side.
const cellAt = (pixel: number, side: number) => Math.floor((pixel * (CELLS + 2)) / side) - 1

function cellsOf(text: string): (x: number, y: number) => boolean {
  const bits = createHash('shake256', { outputLength: CELLS * CELLS })
    .update(text)
    .digest()
  return (x, y) => {
    const fromCentre = Math.hypot(x - CELLS / 2 + 0.5, y - CELLS / 2 + 0.5)
    if (fromCentre > CELLS / 2) return false
    if (fromCentre < 4) return fromCentre > 2.5
    return (bits[y * CELLS + x] ?? 0) > 120
  }
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(content.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
