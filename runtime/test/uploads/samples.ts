import { crc32 } from 'node:zlib'

const text = (content: string): Buffer => Buffer.from(content, 'latin1')

/** Files as they begin; `size` bytes with what follows. */
const jpg = (size = 200): Buffer => padded([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, ...text('JFIF\0')], size)
const png = (size = 200): Buffer =>
  padded(
    [
      0x89,
      ...text('PNG\r\n\x1a\n'),
      0,
      0,
      0,
      13,
      ...text('IHDR'),
      0,
      0,
      0,
      1,
      0,
      0,
      0,
      1,
      8,
      6,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      9,
      ...text('IDAT'),
    ],
    size,
  )
const webp = (): Buffer => padded([...text('RIFF'), 192, 0, 0, 0, ...text('WEBPVP8 ')], 200)
const gif = (): Buffer => padded([...text('GIF89a'), 1, 0, 1, 0], 200)
const pdf = (): Buffer => padded([...text('%PDF-1.7\n%âãÏÓ\n1 0 obj\n')], 2000)
const heic = (): Buffer => container('heic')
const mp4 = (): Buffer => container('isom')
const html = (): Buffer => text(`<!doctype html><script>alert(1)</script>${' '.repeat(200)}`)
const svg = (): Buffer => text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
const exe = (): Buffer => padded([...text('MZ')], 200)
const docx = (): Buffer => office('word/document.xml', 'wordprocessingml.document.main')
const xlsx = (): Buffer => office('xl/workbook.xml', 'spreadsheetml.sheet.main')
const zip = (): Buffer => zipped({ 'a.txt': 'a' })

const padded = (start: readonly number[], size: number): Buffer =>
  Buffer.concat([Buffer.from(start), Buffer.alloc(size - start.length)])

const container = (brand: string): Buffer =>
  padded([0, 0, 0, 24, ...text(`ftyp${brand}`), 0, 0, 0, 0, ...text('mif1heic')], 200)

const office = (part: string, type: string): Buffer =>
  zipped({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/></Types>`,
    [part]: '<?xml version="1.0"?><x/>',
  })

/** An archive without compression. */
function zipped(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const [path, data] = [text(name), text(content)]
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt32LE(crc32(data), 10)
    about.writeUInt32LE(data.length, 14)
    about.writeUInt32LE(data.length, 18)
    about.writeUInt16LE(path.length, 22)
    const entry = Buffer.concat([text('PK\x03\x04'), about, path, data])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([text('PK\x01\x02'), Buffer.from([20, 0]), about, rest, path]))
    parts.push(entry)
    at += entry.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, list, text('PK\x05\x06'), end])
}

/** Files by what they are; `jpg(6_000_000)` is one of six million bytes. */
export const SAMPLES = { jpg, png, webp, gif, pdf, heic, mp4, html, svg, exe, docx, xlsx, zip }
