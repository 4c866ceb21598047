import { expect } from 'chai'
import { openStudio, type OpenedStudio } from './studio.ts'

describe('versions of the studio', () => {
  let studio: OpenedStudio
  let revision = 0
  let description: Record<string, unknown> = {}
  before(async () => {
    studio = await openStudio()
    const { json } = await studio.ask('GET', '/studio/api/shops/qingsi')
    revision = json['revision'] as unknown as number
    description = json['description'] as Record<string, unknown>
  })
  after(() => studio.close())

  const shop = '/studio/api/shops/qingsi'
  const save = async (accent: string): Promise<void> => {
    description = { ...description, theme: { accent } }
    const { json } = await studio.ask('PUT', `${shop}/draft`, { body: { revision, description } })
    revision = json['revision'] as unknown as number
  }
  const keep = (note: string) => studio.ask('POST', `${shop}/versions`, { body: { note } })

  it('keeps the draft as a version with its note', async () => {
    const kept = await keep('第一版')
    expect(kept.status).to.equal(201)
    expect(kept.json).to.include({ number: 1, note: '第一版', isNew: true })
  })

  it('does not keep the same description twice', async () => {
    const again = await keep('the same')
    expect(again.status).to.equal(200)
    expect(again.json).to.include({ number: 1, note: '第一版', isNew: false })
  })

  it('gives a version back as it was, whatever the draft has become', async () => {
    const first = description
    await save('#111111')
    expect((await keep('dark')).json).to.include({ number: 2 })
    await save('#222222')
    expect((await studio.ask('GET', `${shop}/versions/1`)).json['description']).to.deep.equal(first)
    const { json } = await studio.ask('GET', `${shop}/versions`)
    expect(
      (json['versions'] as { number: number; note: string }[]).map(({ number, note }) => [number, note]),
    ).to.deep.equal([
      [2, 'dark'],
      [1, '第一版'],
    ])
  })

  it('numbers versions kept at the same moment one after another', async () => {
    await save('#333333')
    const answers = await Promise.all(Array.from({ length: 5 }, () => keep('at once')))
    expect(new Set(answers.map(({ json }) => json['number']))).to.deep.equal(new Set([3]))
    expect(answers.filter(({ status }) => status === 201)).to.have.length(1)
  })

  it('restores a version as the draft, and the preview shows it', async () => {
    const restored = await studio.ask('POST', `${shop}/versions/2/restore`, { body: { revision } })
    expect(restored.status).to.equal(200)
    revision = restored.json['revision'] as unknown as number
    const draft = await studio.ask('GET', shop)
    expect(draft.json['description']).to.have.deep.property('theme', { accent: '#111111' })
    const preview = await studio.ask('GET', '/preview/qingsi/api/shop')
    expect(preview.json['theme']).to.include({ accent: '#111111' })
  })

  it('does not restore over a newer draft', async () => {
    const late = await studio.ask('POST', `${shop}/versions/1/restore`, { body: { revision: revision - 1 } })
    expect(late.status).to.equal(409)
  })

  for (const number of ['0', '99', 'x', '1e3', '-1'])
    it(`answers 404 to version ${number}`, async () => {
      expect((await studio.ask('GET', `${shop}/versions/${number}`)).status).to.equal(404)
    })
})
