import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { openStudio, type OpenedStudio } from './studio.ts'

interface Opened {
  readonly key: string
  readonly description: Record<string, unknown>
  readonly revision: number
  readonly problems: readonly { pointer: string; message: { 'zh-CN': string; en: string } }[]
}

describe('drafts of the studio', () => {
  let studio: OpenedStudio
  before(async () => {
    studio = await openStudio()
  })
  after(() => studio.close())

  const open = async (key: string): Promise<Opened> =>
    (await studio.ask('GET', `/studio/api/shops/${key}`)).json as unknown as Opened
  const fresh = async (): Promise<Opened> =>
    (await studio.ask('POST', '/studio/api/shops', { body: { example: 'salon' } })).json as unknown as Opened
  const save = (key: string, revision: number, description: unknown, editor = 'a') =>
    studio.ask('PUT', `/studio/api/shops/${key}/draft`, { body: { revision, description, editor } })

  it('puts the salon on the shelf at the first start, without problems', async () => {
    const { json } = await studio.ask('GET', '/studio/api/shops')
    const shops = json['shops'] as unknown as { key: string; problems: number }[]
    expect(shops.map(({ key, problems }) => [key, problems])).to.deep.include(['qingsi', 0])
  })

  it('gives a second shop of the same example a key of its own', async () => {
    const one = await fresh()
    const two = await fresh()
    expect(one.key).to.match(/^qingsi-\d+$/)
    expect(two.key).not.to.equal(one.key)
    expect(two.description['id']).to.equal(two.key)
  })

  it('saves a draft and shows it in the preview at once', async () => {
    const { key, description, revision } = await fresh()
    const before = await studio.ask('GET', `/preview/${key}/api/shop`)
    expect((before.json['theme'] as { accent: string }).accent).to.equal('#2F6B5E')
    const saved = await save(key, revision, { ...description, theme: { accent: '#123456' } })
    expect(saved.status).to.equal(200)
    expect(saved.json).to.include({ revision: revision + 1 })
    const after = await studio.ask('GET', `/preview/${key}/api/shop`)
    expect((after.json['theme'] as { accent: string }).accent).to.equal('#123456')
  })

  it('keeps a faulty draft with its problems, while the preview keeps the last sound one', async () => {
    const { key, description, revision } = await fresh()
    const faulty = { ...description, theme: { accent: 'green' } }
    const saved = await save(key, revision, faulty)
    expect(saved.status).to.equal(200)
    const problems = saved.json['problems'] as unknown as Opened['problems']
    expect(problems.map(({ pointer }) => pointer)).to.deep.equal(['/theme/accent'])
    expect(problems[0]?.message['zh-CN']).to.match(/主色/)
    expect((await open(key)).description).to.deep.equal(faulty)
    const preview = await studio.ask('GET', `/preview/${key}/api/shop`)
    expect((preview.json['theme'] as { accent: string }).accent).to.equal('#2F6B5E')
  })

  it('keeps any JSON object to the letter, also with names a database would rather not have', async () => {
    const { key, revision } = await fresh()
    const odd = { $schema: 'x', 'a.b': { $set: 1 }, __proto__x: null, list: [1, [2, { '': 3 }]], n: 1e21 }
    expect((await save(key, revision, odd)).status).to.equal(200)
    expect((await open(key)).description).to.deep.equal(odd)
  })

  it('refuses to save over a newer draft, and tells what is there and who saved it', async () => {
    const { key, description, revision } = await fresh()
    const theirs = { ...description, theme: { accent: '#111111' } }
    expect((await save(key, revision, theirs, 'tab-one')).status).to.equal(200)
    const late = await save(key, revision, { ...description, theme: { accent: '#222222' } }, 'tab-two')
    expect(late.status).to.equal(409)
    expect(late.json['error']).to.include({ code: 'DRAFT_CHANGED' })
    expect(late.json['current']).to.deep.include({ revision: revision + 1, description: theirs, editor: 'tab-one' })
    expect((await open(key)).description).to.deep.equal(theirs)
  })

  it('lets exactly one of many saves at once through', async () => {
    const { key, description, revision } = await fresh()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => save(key, revision, { ...description, theme: { accent: `#00000${n}` } })),
    )
    expect(answers.filter(({ status }) => status === 200)).to.have.length(1)
    expect(answers.filter(({ status }) => status === 409)).to.have.length(7)
  })

  it('copies a shop, and deletes the copy with what its sandbox kept', async () => {
    const { key } = await fresh()
    const copied = await studio.ask('POST', '/studio/api/shops', { body: { copyOf: key } })
    expect(copied.status).to.equal(201)
    const copy = String(copied.json['key'])
    expect((await studio.ask('GET', `/preview/${copy}/api/shop`)).status).to.equal(200)
    expect((await studio.ask('DELETE', `/studio/api/shops/${copy}`)).status).to.equal(204)
    expect((await studio.ask('GET', `/studio/api/shops/${copy}`)).status).to.equal(404)
    expect((await studio.ask('GET', `/preview/${copy}/api/shop`)).status).to.equal(404)
    expect((await studio.ask('GET', `/studio/api/shops/${key}`)).status).to.equal(200)
  })

  for (const [what, text, status] of [
    ['text that is no JSON', '{', 400],
    ['a list', '[]', 400],
    ['a draft without a revision', '{"description":{}}', 400],
    ['a description that is a list', '{"revision":1,"description":[]}', 400],
    ['more than 2 MB', JSON.stringify({ revision: 1, description: { a: 'x'.repeat(2_100_000) } }), 413],
  ] as const)
    it(`answers ${String(status)} to ${what}`, async () => {
      const answer = await studio.ask('PUT', '/studio/api/shops/qingsi/draft', { text })
      expect(answer.status).to.equal(status)
      expect(answer.json['error']).to.have.property('message')
    })

  it('has the drafts again after a restart', async () => {
    const home = await mkdtemp(join(tmpdir(), 'studio-'))
    const first = await openStudio({ home })
    const opened = (await first.ask('GET', '/studio/api/shops/qingsi')).json as unknown as Opened
    const description = { ...opened.description, theme: { accent: '#654321' } }
    await first.ask('PUT', '/studio/api/shops/qingsi/draft', { body: { revision: opened.revision, description } })
    await first.close()
    const second = await openStudio({ home })
    expect((await second.ask('GET', '/studio/api/shops/qingsi')).json['description']).to.deep.equal(description)
    expect((await second.ask('GET', '/preview/qingsi/api/shop')).json['theme']).to.include({ accent: '#654321' })
    await second.close()
    await rm(home, { recursive: true, force: true })
  })
})
