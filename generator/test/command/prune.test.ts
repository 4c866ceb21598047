import { mkdir, readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { prune } from '../../src/prune.ts'
import { withFolder } from '../writing/folder.ts'

describe('a shelf of builds', () => {
  it('lets go what was not used for a month, and keeps what is in use', () =>
    withFolder(async (shelf) => {
      const now = new Date('2026-12-20T00:00:00Z')
      for (const [name, day] of [
        ['old', '2026-11-01'],
        ['in-use', '2026-11-01'],
        ['recent', '2026-12-18'],
      ] as const) {
        await mkdir(join(shelf, name))
        await utimes(join(shelf, name), new Date(day), new Date(day))
      }
      await prune(shelf, 'in-use', now)
      expect(await readdir(shelf)).to.have.members(['in-use', 'recent'])
    }))
})
