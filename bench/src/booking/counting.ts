import { MongoClient } from 'mongodb'

let counted = 0

/** Commands sent since the last time this was asked, without those that keep the connection and the jobs alive. */
export function commands(): number {
  const since = counted
  counted = 0
  return since
}

const ASIDE = new Set(['hello', 'ping', 'endSessions', 'createIndexes'])

/** Counts the commands of every client connected from now on. */
export function countCommands(): void {
  // oxlint-disable-next-line typescript/unbound-method
  const { connect } = MongoClient.prototype
  MongoClient.prototype.connect = function counting(this: MongoClient) {
    // Its types say that this cannot be changed after the client was made; it can before it connects.
    ;(this as unknown as { monitorCommands: boolean }).monitorCommands = true
    this.on('commandStarted', ({ commandName, command }) => {
      const collection: unknown = command[commandName]
      const polls = collection === 'leases' || (command.filter as { due?: unknown } | undefined)?.due !== undefined
      if (!ASIDE.has(commandName) && !polls) counted += 1
    })
    return connect.call(this)
  }
}
