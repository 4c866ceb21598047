/** Opens the database of the folder named on the command line, prints its address as JSON, and serves until it is ended. */
import { openEmbeddedDatabase } from '../../src/embedded/index.ts'

const [, , folder = ''] = process.argv
try {
  const database = await openEmbeddedDatabase({ folder })
  console.log(JSON.stringify({ uri: database.uri }))
  setInterval(() => {}, 1000)
  process.on('SIGTERM', () => void database.close().then(() => process.exit(0)))
} catch (error) {
  console.log(JSON.stringify({ code: (error as { code?: unknown }).code, message: (error as Error).message }))
}
