/** Where uploaded files are, outside the database. An id is `upl_` and 20 letters and digits, never a name somebody chose. */
export interface UploadStore {
  /** Resolves when the file is there whole and outlives a crash. */
  put(id: string, bytes: Uint8Array): Promise<void>
  /** Undefined: there is no such file. */
  get(id: string): Promise<Uint8Array | undefined>
  /** Also resolves where there is none. */
  remove(id: string): Promise<void>
}

/** Throws for what is no id: nothing a client says becomes part of a path. */
export function requireUploadId(id: string): string {
  if (!/^upl_[0-9a-z]{20}$/.test(id)) throw new Error('This is not the id of an upload.')
  return id
}
