import { expect } from 'chai'
import { DraftStore, type DraftParts } from '../../web/studio/draft/draft-store.ts'
import { ServerError, type Newer, type Saved } from '../../web/studio/server.ts'

interface Shop {
  readonly name: string
  readonly tagline?: string
}

const problem = { pointer: '/name', code: 'empty', message: { 'zh-CN': '不能空着', en: 'is empty' } }

/** A server that keeps one draft, and may be told to fail. */
function place(first: Shop = { name: 'A' }) {
  let revision = 1
  let kept: unknown = first
  let failure: Error | null = null
  const shown: number[] = []
  const saves: unknown[] = []
  let now = 0
  const judge = (document: unknown) => ({ problems: (document as Shop).name === '' ? [problem] : [], shop: null })
  const parts: DraftParts = {
    judge,
    now: () => (now += 2000),
    editor: 'me',
    onShown: (since) => shown.push(since),
    onSaved: () => {},
    server: {
      async saveDraft(_key, draft): Promise<Saved> {
        await Promise.resolve()
        if (failure) throw failure
        if (draft.revision !== revision) {
          const newer: Newer = { revision, description: kept, editor: 'them', updatedAt: '2026-12-01T00:00:00.000Z' }
          throw new ServerError(409, 'DRAFT_CHANGED', 'newer', newer)
        }
        revision += 1
        kept = draft.description
        saves.push(kept)
        return { revision, updatedAt: '2026-12-01T00:00:00.000Z', problems: judge(kept).problems }
      },
    },
  }
  const opened = { key: 'a', description: first, revision, updatedAt: '2026-12-01T00:00:00.000Z' }
  return {
    store: new DraftStore(opened, parts),
    saves,
    shown,
    kept: () => kept,
    fail: (error: Error | null) => (failure = error),
    /** Another page saves. */
    elsewhere: (description: Shop): Newer => {
      revision += 1
      kept = description
      return { revision, description, editor: 'them', updatedAt: '2026-12-01T00:00:00.000Z' }
    },
  }
}

describe('the draft in a page', () => {
  it('shows an edit at once and saves it', async () => {
    const { store, kept, shown } = place()
    store.edit('/name', 'B')
    expect(store.state()).to.deep.include({ document: { name: 'B' }, save: 'unsaved' })
    expect(store.isUnsaved).to.equal(true)
    await store.flush()
    expect(store.state()).to.deep.include({ save: 'saved', revision: 2 })
    expect(kept()).to.deep.equal({ name: 'B' })
    expect(shown).to.have.length(1)
  })

  it('saves a faulty draft, names its problems, and leaves the preview alone', async () => {
    const { store, kept, shown } = place()
    store.edit('/name', '')
    await store.flush()
    expect(store.state().problems).to.deep.equal([problem])
    expect(kept()).to.deep.equal({ name: '' })
    expect(shown).to.deep.equal([])
  })

  it('saves edits made during a save after it, in order', async () => {
    const { store, saves } = place()
    store.edit('/name', 'B')
    const first = store.flush()
    store.edit('/name', 'C')
    await Promise.all([first, store.flush()])
    expect(saves).to.deep.equal([{ name: 'B' }, { name: 'C' }])
    expect(store.state().save).to.equal('saved')
  })

  it('goes back and forth', async () => {
    const { store } = place()
    store.edit('/name', 'B')
    store.edit('/tagline', 'x')
    store.undo()
    expect(store.state().document).to.deep.equal({ name: 'B' })
    store.undo()
    store.redo()
    expect(store.state()).to.deep.include({ document: { name: 'B' }, canUndo: true, canRedo: true })
    store.edit('/name', 'C')
    expect(store.state().canRedo).to.equal(false)
    await store.flush()
  })

  it('keeps what was written while the server is away, and saves it afterwards', async () => {
    const { store, fail, kept } = place()
    fail(new ServerError(0, 'UNREACHABLE', 'away'))
    store.edit('/name', 'B')
    await store.flush()
    expect(store.state()).to.deep.include({ save: 'offline', document: { name: 'B' } })
    fail(null)
    await store.flush()
    expect(store.state().save).to.equal('saved')
    expect(kept()).to.deep.equal({ name: 'B' })
  })

  it('never writes over what another page saved: it keeps both and asks', async () => {
    const { store, elsewhere, kept } = place()
    elsewhere({ name: 'theirs' })
    store.edit('/name', 'mine')
    await store.flush()
    expect(store.state()).to.deep.include({ save: 'conflict', document: { name: 'mine' } })
    store.edit('/tagline', 'more')
    await store.flush()
    expect(kept()).to.deep.equal({ name: 'theirs' })
    store.settle('mine')
    await store.flush()
    expect(kept()).to.deep.equal({ name: 'mine', tagline: 'more' })
  })

  it('puts changes of two pages together when they are in different places', async () => {
    const { store, elsewhere, kept } = place({ name: 'A', tagline: 'a' })
    elsewhere({ name: 'A', tagline: 'theirs' })
    store.edit('/name', 'mine')
    await store.flush()
    await store.flush()
    expect(store.state()).to.deep.include({ save: 'saved', newer: null })
    expect(kept()).to.deep.equal({ name: 'mine', tagline: 'theirs' })
  })

  it('takes the other page’s draft when told to, and can bring its own back', async () => {
    const { store, elsewhere } = place()
    elsewhere({ name: 'theirs' })
    store.edit('/name', 'mine')
    await store.flush()
    store.settle('theirs')
    expect(store.state()).to.deep.include({ save: 'saved', document: { name: 'theirs' }, newer: null })
    store.undo()
    expect(store.state().document).to.deep.equal({ name: 'mine' })
    await store.flush()
    expect(store.state().save).to.equal('saved')
  })

  it('follows another page by itself while it has nothing of its own', () => {
    const { store, elsewhere } = place()
    store.adopt(elsewhere({ name: 'theirs' }))
    expect(store.state()).to.deep.include({ document: { name: 'theirs' }, save: 'saved', revision: 2 })
  })

  it('stops saving a shop that was deleted elsewhere', async () => {
    const { store, fail } = place()
    fail(new ServerError(404, 'SHOP_UNKNOWN', 'gone'))
    store.edit('/name', 'B')
    await store.flush()
    expect(store.state()).to.deep.include({ save: 'gone', document: { name: 'B' } })
  })
})
