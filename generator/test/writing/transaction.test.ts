import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { InputError } from '../../src/inputError.ts'
import { apply, recover } from '../../src/transaction.ts'
import { contents, withFolder } from './folder.ts'

/** A folder as a run leaves it that was killed after `moved` of its two changes (a.txt updated, b.txt created). */
async function halfDone(folder: string, moved: 0 | 1 | 2, pid: number): Promise<void> {
  const run = join(folder, '.kaidian/run')
  for (const each of ['new', 'old']) await mkdir(join(run, each), { recursive: true })
  await writeFile(join(run, 'pid'), String(pid))
  const steps = [
    { path: 'a.txt', existed: true },
    { path: 'b.txt', existed: false },
  ]
  await writeFile(join(run, 'journal.json'), JSON.stringify({ steps }))
  await writeFile(join(folder, 'a.txt'), moved >= 1 ? 'new' : 'old')
  await writeFile(join(run, moved >= 1 ? 'old/0' : 'new/0'), moved >= 1 ? 'old' : 'new')
  await writeFile(moved >= 2 ? join(folder, 'b.txt') : join(run, 'new/1'), 'new')
}

/** Of a process that has ended. */
const deadPid = (): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', ''])
    child.on('exit', () => resolve(child.pid ?? 0))
  })

describe('recovering a folder', () => {
  for (const moved of [0, 1, 2] as const)
    it(`undoes a run that was killed after ${moved} of 2 changes`, () =>
      withFolder(async (folder) => {
        await halfDone(folder, moved, await deadPid())
        await recover(folder)
        expect(await contents(folder)).to.deep.equal({ 'a.txt': 'old' })
      }))
  it('keeps off while another run is alive', () =>
    withFolder(async (folder) => {
      await halfDone(folder, 1, process.ppid)
      const error = await recover(folder).catch((e: unknown) => e)
      expect(error).to.be.instanceOf(InputError)
      expect((await contents(folder))['a.txt']).to.equal('new')
    }))
})

describe('applying changes', () => {
  it('leaves nothing of itself behind', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'a.txt'), 'old')
      const changes = [
        { path: 'a.txt', content: null },
        { path: 'deep/b.txt', content: 'new' },
      ]
      await apply(folder, changes, false)
      expect(await contents(folder)).to.deep.equal({ 'deep/b.txt': 'new' })
    }))
  it('undoes what it did when a later change cannot be made', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'a.txt'), 'old')
      await writeFile(join(folder, 'b'), 'a file where a folder is wanted')
      const before = await contents(folder)
      const changes = [
        { path: 'a.txt', content: 'new' },
        { path: 'n.txt', content: 'new' },
        { path: 'b/c.txt', content: 'new' },
      ]
      const error = await apply(folder, changes, false).catch((e: unknown) => e)
      expect(error).to.be.instanceOf(Error)
      expect(await contents(folder)).to.deep.equal(before)
    }))
  it('makes no folder at all when a new one cannot be filled', () =>
    withFolder(async (folder) => {
      const changes = [
        { path: 'a', content: 'file' },
        { path: 'a/b.txt', content: 'below a file' },
      ]
      const error = await apply(join(folder, 'app'), changes, true).catch((e: unknown) => e)
      expect(error).to.be.instanceOf(Error)
      expect(await contents(folder)).to.deep.equal({})
    }))
})
