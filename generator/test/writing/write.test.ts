import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import type { OutputFile, Ownership } from '../../src/files.ts'
import { InputError } from '../../src/inputError.ts'
import { MANIFEST, withManifest } from '../../src/manifest.ts'
import type { Subject } from '../../src/subject.ts'
import { writeFiles } from '../../src/write.ts'
import { contents, withFolder } from './folder.ts'

const subject = {
  seen: { id: 'shop', version: 'v' },
  made: { version: '0', pack: 'base@0' },
} as unknown as Subject

type Row = readonly [path: string, content: string, ownership: Ownership]

const app = (...rows: readonly Row[]): OutputFile[] =>
  withManifest(
    rows.map(([path, content, ownership]) => ({ path, content, ownership })),
    subject,
  )

const LINES = ['one', 'two', 'three', 'four', 'five']
const text = (changes: Readonly<Record<string, string>> = {}): string =>
  LINES.map((line) => changes[line] ?? line).join('\n') + '\n'

const actionOf = (report: Awaited<ReturnType<typeof writeFiles>>, path: string): string | undefined =>
  report.decisions.find((decision) => decision.path === path)?.action

/** Writes `before`, lets a person do something, writes `after`. */
async function regenerate(before: OutputFile[], hand: (folder: string) => Promise<void>, after: OutputFile[]) {
  return withFolder(async (parent) => {
    const folder = join(parent, 'app')
    await writeFiles(before, folder)
    await hand(folder)
    const report = await writeFiles(after, folder)
    return { report, files: await contents(folder) }
  })
}

const edit = (path: string, content: string) => (folder: string) => writeFile(join(folder, path), content)
const nothing = async (): Promise<void> => undefined

describe('writing an app', () => {
  it('makes the folder, with a manifest', () =>
    withFolder(async (parent) => {
      const report = await writeFiles(app(['a/b.txt', 'x', 'generated']), join(parent, 'deep/app'))
      expect(actionOf(report, 'a/b.txt')).to.equal('created')
      expect(Object.keys(await contents(parent))).to.have.members(['deep/app/a/b.txt', `deep/app/${MANIFEST}`])
    }))
  it('fills a folder that is empty', () =>
    withFolder(async (folder) => {
      await writeFiles(app(['a.txt', 'x', 'generated']), folder)
      expect((await contents(folder))['a.txt']).to.equal('x')
    }))
  it('refuses a folder that holds something else, and writes nothing', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'thesis.doc'), 'mine')
      const error = await writeFiles(app(['a.txt', 'x', 'generated']), folder).catch((e: unknown) => e)
      expect(error).to.be.instanceOf(InputError)
      expect(await contents(folder)).to.deep.equal({ 'thesis.doc': 'mine' })
    }))
  it('with force writes around what is there', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'a.txt'), 'mine')
      const report = await writeFiles(app(['a.txt', 'x', 'generated']), folder, { force: true })
      expect(actionOf(report, 'a.txt')).to.equal('beside')
      expect(await contents(folder)).to.include({ 'a.txt': 'mine', 'a.txt.kaidian-new': 'x' })
    }))
  it('on a dry run tells the same and writes nothing', () =>
    withFolder(async (folder) => {
      const report = await writeFiles(app(['a.txt', 'x', 'generated']), join(folder, 'app'), { dryRun: true })
      expect(actionOf(report, 'a.txt')).to.equal('created')
      expect(await contents(folder)).to.deep.equal({})
    }))
})

describe('writing an app again', () => {
  it('touches nothing when nothing changed', async () => {
    const files = app(['a.txt', text(), 'generated'], ['s.txt', text(), 'seeded'], ['c.txt', text(), 'custom'])
    const { report } = await regenerate(files, nothing, files)
    expect(new Set(report.decisions.map(({ action }) => action))).to.deep.equal(new Set(['unchanged']))
  })
  it('rewrites a generated file that nobody edited', async () => {
    const { report, files } = await regenerate(
      app(['a.txt', 'x', 'generated']),
      nothing,
      app(['a.txt', 'y', 'generated']),
    )
    expect(actionOf(report, 'a.txt')).to.equal('updated')
    expect(files['a.txt']).to.equal('y')
  })
  it('keeps a generated file that was edited, and puts the new one beside it', async () => {
    const { report, files } = await regenerate(
      app(['a.txt', 'x', 'generated']),
      edit('a.txt', 'mine'),
      app(['a.txt', 'y', 'generated']),
    )
    expect(actionOf(report, 'a.txt')).to.equal('beside')
    expect(files).to.include({ 'a.txt': 'mine', 'a.txt.kaidian-new': 'y' })
  })
  it('keeps an edited file quietly while the generator has nothing new', async () => {
    const same = app(['a.txt', 'x', 'generated'])
    const { report, files } = await regenerate(same, edit('a.txt', 'mine'), same)
    expect(actionOf(report, 'a.txt')).to.equal('kept')
    expect(files).not.to.have.property('a.txt.kaidian-new')
  })
  it('brings back a generated file that was deleted', async () => {
    const same = app(['a.txt', 'x', 'generated'])
    const { files } = await regenerate(same, (folder) => rm(join(folder, 'a.txt')), same)
    expect(files['a.txt']).to.equal('x')
  })
  for (const ownership of ['seeded', 'custom'] as const)
    it(`leaves a ${ownership} file deleted`, async () => {
      const same = app(['a.txt', 'x', ownership])
      const { files } = await regenerate(same, (folder) => rm(join(folder, 'a.txt')), same)
      expect(files).not.to.have.property('a.txt')
    })
  it('never touches a custom file', async () => {
    const { files } = await regenerate(app(['a.txt', 'x', 'custom']), nothing, app(['a.txt', 'y', 'custom']))
    expect(files['a.txt']).to.equal('x')
  })
  it('merges a seeded file when both sides changed other lines', async () => {
    const { report, files } = await regenerate(
      app(['a.txt', text(), 'seeded']),
      edit('a.txt', text({ one: 'ONE by hand' })),
      app(['a.txt', text({ five: 'FIVE generated' }), 'seeded']),
    )
    expect(actionOf(report, 'a.txt')).to.equal('merged')
    expect(files['a.txt']).to.equal(text({ one: 'ONE by hand', five: 'FIVE generated' }))
  })
  it('marks the conflict when both sides changed the same line', async () => {
    const { report, files } = await regenerate(
      app(['a.txt', text(), 'seeded']),
      edit('a.txt', text({ three: 'by hand' })),
      app(['a.txt', text({ three: 'generated' }), 'seeded']),
    )
    expect(actionOf(report, 'a.txt')).to.equal('conflicted')
    expect(files['a.txt']).to.match(/<<<<<<< yours\nby hand\n[^]*=======\ngenerated\n>>>>>>> generated now/)
  })
  it('removes what is no longer generated, unless it was edited', async () => {
    const { report, files } = await regenerate(
      app(['gone/a.txt', 'x', 'generated'], ['b.txt', 'x', 'generated'], ['c.txt', 'x', 'custom']),
      edit('b.txt', 'mine'),
      app(['d.txt', 'x', 'generated']),
    )
    expect(actionOf(report, 'gone/a.txt')).to.equal('removed')
    expect(actionOf(report, 'b.txt')).to.equal('abandoned')
    expect(Object.keys(files)).to.have.members(['b.txt', 'c.txt', 'd.txt', MANIFEST])
  })
  it('does not follow a manifest out of the folder', () =>
    withFolder(async (parent) => {
      const folder = join(parent, 'app')
      await writeFile(join(parent, 'secret.txt'), 'x')
      await writeFiles(app(['a.txt', 'x', 'generated']), folder)
      const manifest = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as { files: Record<string, unknown> }
      manifest.files['../secret.txt'] = manifest.files['a.txt']
      await writeFile(join(folder, MANIFEST), JSON.stringify(manifest))
      await writeFiles(app(['a.txt', 'y', 'generated']), folder)
      expect((await contents(parent))['secret.txt']).to.equal('x')
    }))
})

describe('a run that fails', () => {
  it('leaves the folder as it was', () =>
    withFolder(async (folder) => {
      const place = join(folder, 'app')
      await writeFiles(app(['a.txt', 'x', 'generated'], ['b', 'x', 'generated']), place)
      await mkdir(join(place, 'z.txt'))
      const before = await contents(place)
      // z.txt is a folder in the person's copy and a file in the new generation.
      await writeFile(join(place, 'z.txt', 'mine'), 'mine')
      const error = await writeFiles(app(['a.txt', 'y', 'generated'], ['z.txt', 'y', 'generated']), place).catch(
        (e: unknown) => e,
      )
      expect(error).to.be.instanceOf(Error)
      expect(await contents(place)).to.deep.equal({ ...before, 'z.txt/mine': 'mine' })
    }))
})
