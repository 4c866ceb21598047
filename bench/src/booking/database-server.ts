/** The embedded database in a process of its own, for servers that share it. */
import { openDatabase } from './database.ts'
import { serve } from './protocol.ts'

serve(
  async (settings) => {
    const database = await openDatabase(settings)
    return { url: database.uri, close: () => database.close() }
  },
  () => 0,
)
