import type { DataKeys } from '../keys.ts'
import type { UploadStore } from './upload-store.ts'

/** Seals what goes into a store: whoever reads the folder or the bucket sees nothing of what customers sent. */
export const sealedUploads = (store: UploadStore, keys: DataKeys): UploadStore => ({
  put: (id, bytes) => store.put(id, keys.sealBytes(bytes, `uploads/${id}`)),
  async get(id) {
    const sealed = await store.get(id)
    return sealed && keys.openBytes(sealed, `uploads/${id}`)
  },
  remove: (id) => store.remove(id),
})
