import { createHash } from 'node:crypto'

/** Archives with the same bytes are the same work: how long it is, and its digest. */
export const archiveAnswer = (archive: Buffer): string =>
  `${archive.length} bytes, ${createHash('sha256').update(archive).digest('hex').slice(0, 16)}`
