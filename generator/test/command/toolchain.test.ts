import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { oneAtATime } from '../../src/oneAtATime.ts'
import { linkToolchain, ensureToolchain, toolchainFolder } from '../../src/toolchain.ts'
import { withFolder } from '../writing/folder.ts'

/** A project, and a tool chain for it that is installed already. */
async function prepared(parent: string): Promise<{ project: string; home: string; modules: string }> {
  const [project, home] = [join(parent, 'app/miniprogram'), join(parent, 'home')]
  await mkdir(project, { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) await writeFile(join(project, name), '{}')
  const modules = join(await toolchainFolder(project, home), 'node_modules')
  await mkdir(join(modules, '@tarojs/cli'), { recursive: true })
  await writeFile(join(modules, '@tarojs/cli/package.json'), '{}')
  await mkdir(join(modules, '.cache'))
  return { project, home, modules }
}

describe('the tool chain of a mini-program', () => {
  it('is found again without installing', () =>
    withFolder(async (parent) => {
      const { project, home, modules } = await prepared(parent)
      expect(await ensureToolchain({ project, home })).to.equal(modules)
    }))
  it('is another one for another lock file', () =>
    withFolder(async (parent) => {
      const { project, home, modules } = await prepared(parent)
      await writeFile(join(project, 'package-lock.json'), '{"changed":true}')
      expect(join(await toolchainFolder(project, home), 'node_modules')).not.to.equal(modules)
    }))
  it('is linked into a project, which keeps its caches to itself', () =>
    withFolder(async (parent) => {
      const { project, home } = await prepared(parent)
      await linkToolchain(project, { home })
      await linkToolchain(project, { home })
      expect(await readFile(join(project, 'node_modules/@tarojs/cli/package.json'), 'utf8')).to.equal('{}')
      expect(await readdir(join(project, 'node_modules'))).not.to.include('.cache')
    }))
  it('does not replace packages that somebody installed', () =>
    withFolder(async (parent) => {
      const { project, home } = await prepared(parent)
      await mkdir(join(project, 'node_modules/mine'), { recursive: true })
      await linkToolchain(project, { home })
      expect(await readdir(join(project, 'node_modules'))).to.deep.equal(['mine'])
    }))
  it('takes the place of a link that leads nowhere', () =>
    withFolder(async (parent) => {
      const { project, home } = await prepared(parent)
      await symlink(join(parent, 'gone'), join(project, 'node_modules'))
      await linkToolchain(project, { home })
      expect((await lstat(join(project, 'node_modules'))).isDirectory()).to.equal(true)
    }))
})

describe('one at a time', () => {
  it('lets the second wait for the first', () =>
    withFolder(async (folder) => {
      const said: string[] = []
      const work = (name: string) => async () => {
        said.push(`${name} begins`)
        await new Promise((resolve) => setImmediate(resolve))
        said.push(`${name} ends`)
      }
      const lock = join(folder, 'lock')
      await Promise.all([oneAtATime(lock, () => undefined, work('a')), oneAtATime(lock, () => undefined, work('b'))])
      expect(said).to.deep.equal(['a begins', 'a ends', 'b begins', 'b ends'])
    }))
  it('takes over from a process that died', () =>
    withFolder(async (folder) => {
      const lock = join(folder, 'lock')
      await mkdir(lock)
      // The largest pid there can be, which none has.
      await writeFile(join(lock, 'pid'), '4194305')
      expect(
        await oneAtATime(
          lock,
          () => undefined,
          async () => 'done',
        ),
      ).to.equal('done')
    }))
  it('goes on after one that failed', () =>
    withFolder(async (folder) => {
      const lock = join(folder, 'lock')
      const failing = oneAtATime(
        lock,
        () => undefined,
        async () => Promise.reject(new Error('no')),
      )
      await failing.catch(() => undefined)
      expect(
        await oneAtATime(
          lock,
          () => undefined,
          async () => 'done',
        ),
      ).to.equal('done')
    }))
})
