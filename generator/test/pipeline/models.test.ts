import { expect } from 'chai'
import Handlebars from 'handlebars'
import { HELPERS } from '../../src/helpers.ts'
import { MODELS } from '../../src/models/index.ts'
import { plan } from '../../src/plan.ts'
import { render } from '../../src/render.ts'
import { understand } from '../../src/understand.ts'
import type { Subject } from '../../src/subject.ts'
import { hostileShop, salon } from './hostile.ts'
import { materials } from './materials.ts'

/** Throws at any key that the model has not, and at any value left undefined: what `strict` does not see in `{{#if}}`. */
function watched(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) return value
  return new Proxy(value, {
    get(target, key) {
      const found: unknown = Reflect.get(target, key)
      if (typeof key === 'symbol' || (Array.isArray(target) && key in target)) return found
      if (key === 'toJSON' || key === 'hash' || key === 'then') return found
      if (!Object.hasOwn(target, key)) throw new Error(`the model has no ${path}.${key}`)
      if (found === undefined) throw new Error(`${path}.${key} is undefined: a model says null`)
      return watched(found, `${path}.${key}`)
    },
  })
}

async function subject(shop: unknown): Promise<Subject> {
  const { api } = await materials()
  const understood = understand(shop, { version: '0.0.0', pack: 'base@0.0.0', api })
  if (!understood.ok) throw new Error(JSON.stringify(understood.problems))
  return understood.value
}

/** As little as a shop may say, and as much. */
const bare = () => {
  const { publish: _publish, brief: _brief, legal: _legal, ...shop } = salon()
  return { ...shop, profile: { name: '小店' } }
}

describe('the models of the base pack', () => {
  for (const [what, shop] of [
    ['the salon', salon],
    ['a shop that says the least', bare],
    ['a hostile shop', hostileShop],
  ] as const)
    it(`have everything the templates ask for: ${what}`, async () => {
      const { pack } = await materials()
      const planned = plan(await subject(shop()), pack)
      const guarded = planned.map((file) => ({
        ...file,
        model: watched(file.model, file.template) as typeof file.model,
      }))
      const texts = render(guarded, pack).map(({ content }) => content)
      expect(texts).to.deep.equal(render(planned, pack).map(({ content }) => content))
    })
  it('are all used, and there is one for every row', async () => {
    const { pack } = await materials()
    expect(new Set(pack.rows.map(({ model }) => model))).to.deep.equal(new Set(Object.keys(MODELS)))
  })
})

describe('rendering', () => {
  const withTemplate = async (template: string) => {
    const { pack } = await materials()
    const odd = { ...pack, templates: new Map([['x.hbs', template]]) }
    return () => render([{ path: 'x', template: 'x.hbs', model: { name: 'a' }, ownership: 'generated' }], odd)
  }
  it('refuses a template that asks for what the model has not', async () => {
    expect(await withTemplate('{{nmae}}')).to.throw(/nmae/)
    for (const helper of Object.keys(HELPERS)) expect(await withTemplate(`{{${helper} nmae}}`), helper).to.throw()
  })
  it('refuses a helper that is not one of ours', async () => {
    expect(await withTemplate('{{shout name}}')).to.throw()
    expect(await withTemplate('{{lookup this "constructor"}}')).to.throw()
    expect(await withTemplate('{{log name}}')).to.throw()
  })
  it('has no partials to be reached', async () => {
    Handlebars.registerPartial('foreign', 'not ours')
    expect(await withTemplate('{{> foreign}}')).to.throw()
    Handlebars.unregisterPartial('foreign')
  })
})
