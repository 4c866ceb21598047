import { appendFileSync, closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** Values by key; a put value is kept over a restart when the journal has a file. Values are JSON. */
export interface Table<T> {
  get(key: string): T | undefined
  put(key: string, value: T): void
  values(): T[]
}

export interface Journal {
  table<T>(name: string): Table<T>
  close(): void
}

type Entry = readonly [table: string, key: string, value: unknown]

/**
 * Opens what the simulator remembers. `file` holds one JSON entry a line, the last of a key counting; it is written
 * before an answer is given, shortened at every opening, and belongs to one process at a time.
 */
export function openJournal(file?: string): Journal {
  const tables = new Map<string, Map<string, unknown>>()
  const tableOf = (name: string) => {
    const found = tables.get(name) ?? new Map<string, unknown>()
    tables.set(name, found)
    return found
  }

  let handle: number | undefined
  if (file !== undefined) {
    for (const [name, key, value] of readEntries(file)) tableOf(name).set(key, value)
    const lines = [...tables].flatMap(([name, table]) => [...table].map(([key, value]) => line([name, key, value])))
    writeFileSync(`${file}.next`, lines.join(''), { mode: 0o600 })
    renameSync(`${file}.next`, file)
    handle = openSync(file, 'a', 0o600)
  }

  return {
    table<T>(name: string): Table<T> {
      const table = tableOf(name) as Map<string, T>
      return {
        get: (key) => table.get(key),
        put(key, value) {
          if (handle !== undefined) appendFileSync(handle, line([name, key, value]))
          table.set(key, value)
        },
        values: () => [...table.values()],
      }
    },
    close() {
      if (handle !== undefined) closeSync(handle)
      handle = undefined
    },
  }
}

const line = (entry: Entry) => `${JSON.stringify(entry)}\n`

function readEntries(file: string): Entry[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => {
      try {
        const entry: unknown = JSON.parse(text)
        return Array.isArray(entry) && entry.length === 3 ? [entry as unknown as Entry] : []
      } catch {
        // The last line may be half written: its answer was never given.
        return []
      }
    })
}
