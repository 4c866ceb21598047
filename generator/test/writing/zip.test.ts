import { expect } from 'chai'
import { fromBuffer, type Entry } from 'yauzl'
import type { OutputFile } from '../../src/files.ts'
import { zipFiles } from '../../src/zip.ts'

const file = (path: string, content: string | Buffer): OutputFile => ({ path, content, ownership: 'generated' })

/** name → content of the entries, in the order of the archive. */
async function entries(archive: Buffer): Promise<{ name: string; text: string; at: string }[]> {
  return new Promise((resolve, reject) => {
    const found: { name: string; text: string; at: string }[] = []
    fromBuffer(archive, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('entry', (entry: Entry) => {
        zip.openReadStream(entry, (fault, stream) => {
          if (fault) return reject(fault)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            const { fileName, lastModFileDate, lastModFileTime } = entry
            found.push({
              name: fileName,
              text: Buffer.concat(chunks).toString(),
              at: `${lastModFileDate}/${lastModFileTime}`,
            })
            zip.readEntry()
          })
        })
      })
      zip.on('end', () => resolve(found))
      zip.readEntry()
    })
  })
}

describe('an archive', () => {
  it('holds every file in the order of paths, in its folder, with one date', async () => {
    const found = await entries(await zipFiles([file('b/c.txt', '中文'), file('a.txt', Buffer.from('x'))], 'app'))
    expect(found.map(({ name, text }) => [name, text])).to.deep.equal([
      ['app/a.txt', 'x'],
      ['app/b/c.txt', '中文'],
    ])
    expect(new Set(found.map(({ at }) => at)).size).to.equal(1)
  })
  it('is the same whatever the order the files come in', async () => {
    const [a, b] = [file('a.txt', 'x'), file('b.txt', 'y')]
    expect((await zipFiles([a, b])).equals(await zipFiles([b, a]))).to.equal(true)
  })
})
