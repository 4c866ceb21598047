import { join } from 'node:path'
import { openEmbeddedDatabase } from '@kaidian/runtime/embedded'

/** The embedded database in `folder`, or, given its `uri`, one that another process serves. */
export async function openDatabase({ folder, uri }: { readonly folder: string; readonly uri: string }) {
  if (uri !== '') return { uri, close: async () => {} }
  return openEmbeddedDatabase({ folder: join(folder, 'database') })
}
