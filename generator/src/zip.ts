import { ZipArchive } from 'archiver'
import { byPath, type OutputFile } from './files.ts'

/** The first moment a zip can hold. */
const MOMENT = new Date(Date.UTC(1980, 0, 1))

/**
 * @param folder name of the one folder inside the archive that holds everything; '' for none.
 * @returns the archive: same files, same bytes.
 */
export async function zipFiles(files: readonly OutputFile[], folder = ''): Promise<Buffer> {
  const archive = new ZipArchive({ zlib: { level: 6 } })
  const chunks: Buffer[] = []
  archive.on('data', (chunk) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    archive.on('end', resolve)
    archive.on('error', reject)
  })
  for (const { path, content } of files.toSorted(byPath))
    archive.append(content, { name: folder === '' ? path : `${folder}/${path}`, date: MOMENT, mode: 0o644 })
  await archive.finalize()
  await ended
  return Buffer.concat(chunks)
}
