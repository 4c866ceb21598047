import type { DataKeys } from '../keys.ts'
import { uploadSettings, type Env } from '../settings.ts'
import { localUploads } from './local.ts'
import { sealedUploads } from './sealed.ts'
import type { UploadStore } from './upload-store.ts'

export type { UploadStore } from './upload-store.ts'

/** The bucket that `UPLOADS_S3_*` names, otherwise `folder`; sealed either way. Throws a SetupFault for settings that are not whole. */
export async function openUploads(folder: string, keys: DataKeys, env: Env = {}): Promise<UploadStore> {
  const settings = uploadSettings(env)
  if (!settings) return sealedUploads(localUploads(folder), keys)
  // The client is large, and most shops do without.
  const { s3Uploads } = await import('./s3.ts')
  return sealedUploads(s3Uploads(settings), keys)
}
