import { expect } from 'chai'
import { DraftStore } from '../../web/studio/draft/draft-store.ts'
import { judge } from '../../web/studio/draft/judge.ts'
import type { OpenedShop } from '../../web/studio/server.ts'
import { examples } from '../../server/examples.ts'
import { openStudio, type OpenedStudio } from './studio.ts'

const EXAMPLES = await examples()

describe('what a merchant wrote', () => {
  let studio: OpenedStudio
  before(async () => {
    studio = await openStudio()
  })
  after(() => studio.close())

  it('comes as an example of each mode', () => {
    const modes = new Set(
      EXAMPLES.flatMap(({ description }) =>
        (description as unknown as { services: { mode: string }[] }).services.map(({ mode }) => mode),
      ),
    )
    expect([...modes].toSorted()).to.deep.equal(['appointment', 'registration', 'session'])
  })

  for (const { id, description } of EXAMPLES)
    it(`in ${id} stays when the name is changed and saved`, async () => {
      const made = await studio.ask('POST', '/studio/api/shops', { body: { example: id } })
      const opened = made.json as unknown as OpenedShop
      const store = new DraftStore(opened, {
        judge,
        now: () => 0,
        editor: 'me',
        onShown: () => {},
        onSaved: () => {},
        server: {
          saveDraft: async (key, draft) =>
            (await studio.ask('PUT', `/studio/api/shops/${key}/draft`, { body: draft })).json as never,
        },
      })
      store.edit('/profile/name', { 'zh-CN': '改了名的店' })
      await store.flush()
      expect(store.state().save).to.equal('saved')
      expect(store.state().problems).to.deep.equal([])
      store.close()
      const { json } = await studio.ask('GET', `/studio/api/shops/${opened.key}`)
      expect(json['description']).to.deep.equal({
        ...description,
        id: opened.key,
        profile: { ...description.profile, name: { 'zh-CN': '改了名的店' } },
      })
    })
})
