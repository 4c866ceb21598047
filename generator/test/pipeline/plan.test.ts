import { expect } from 'chai'
import type { TemplateRow } from '../../src/pack.ts'
import { plan } from '../../src/plan.ts'
import { render } from '../../src/render.ts'
import { understand } from '../../src/understand.ts'
import { hostileShop, salon } from './hostile.ts'
import { materials } from './materials.ts'

/** What a pack with this one row plans for a shop. */
async function planned(row: Partial<TemplateRow>, shop: unknown = salon()) {
  const { pack } = await materials()
  const understood = understand(shop)
  if (!understood.ok) throw new Error(JSON.stringify(understood.problems))
  const whole: TemplateRow = { template: 'x.hbs', path: 'x', model: 'app', ownership: 'generated', ...row }
  const own = { ...pack, rows: [whole], templates: new Map([['x.hbs', '{{identifier shop.id}} {{slug shop.id}}']]) }
  return { files: plan(understood.value, own), pack: own }
}

describe('the plan', () => {
  it('has one file for each service where the row says so, named by its slug', async () => {
    const { files } = await planned({ path: 'services/{slug}.ts', each: 'services' })
    expect(files.map(({ path }) => path)).to.deep.equal(['services/cut.ts', 'services/perm.ts', 'services/dye.ts'])
  })
  it('has a row only while its condition holds', async () => {
    expect((await planned({ when: 'publicAddress' })).files).to.deep.equal([])
    expect((await planned({ when: 'publicAddress' }, hostileShop())).files).to.have.length(1)
  })
  for (const [what, row] of [
    ['model', { model: 'nothing' }],
    ['model', { model: 'constructor' }],
    ['condition', { when: 'fullMoon' }],
  ] as const)
    it(`refuses a row whose ${what} does not exist: ${JSON.stringify(row)}`, async () => {
      const error = await planned(row).catch((e: unknown) => e)
      expect(String(error)).to.contain('there is no')
    })
  it('gives templates names as well as words', async () => {
    const { files, pack } = await planned({}, { ...salon(), id: 'new-hair-1' })
    expect(render(files, pack)[0]?.content).to.equal('newHair_1 new-hair-1')
  })
})
