import { expect } from 'chai'
import { newId } from '../../src/ids.ts'
import type { NewUpload, ShopStore } from '../../src/store/index.ts'
import { openTestStore, type TestStore } from './test-store.ts'

const NOW = new Date('2027-03-01T00:00:00Z')
const later = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000)
const photo = (customer: string): NewUpload => ({
  id: newId('upl'),
  customer,
  form: 'home',
  field: 'photos',
  type: 'jpg',
  bytes: 200,
})

describe('records of uploads', () => {
  let test: TestStore
  let { uploads }: Pick<ShopStore, 'uploads'> = {} as ShopStore
  before(async () => {
    test = await openTestStore()
    uploads = test.store.forShop('one').uploads
  })
  after(() => test.close())

  it('are found by their shop and their customer only', async () => {
    const { id } = await uploads.insert(photo('cus_a'), NOW)
    expect(await uploads.find(id)).to.deep.include({ id, customer: 'cus_a', state: 'fresh', namedBy: [] })
    expect([...(await uploads.findSome('cus_a', [id, id, 'upl_x'])).keys()]).to.deep.equal([id])
    expect((await uploads.findSome('cus_b', [id])).size).to.equal(0)
    const elsewhere = test.store.forShop('two').uploads
    expect(await elsewhere.find(id)).to.equal(undefined)
    expect(await elsewhere.ofCustomer('cus_a')).to.deep.equal([])
    await elsewhere.remove(id)
    expect(await uploads.find(id)).not.to.equal(undefined)
  })

  it('are named by several orders, once each, and only all together', async () => {
    const [one, two] = [await uploads.insert(photo('cus_c'), NOW), await uploads.insert(photo('cus_c'), NOW)]
    expect(await uploads.name('cus_c', [one.id, two.id, one.id], 'ord_1', later(1))).to.equal(true)
    expect(await uploads.name('cus_c', [one.id], 'ord_1', later(2))).to.equal(true)
    expect(await uploads.name('cus_c', [one.id], 'ord_2', later(2))).to.equal(true)
    expect(await uploads.find(one.id)).to.deep.include({ namedBy: ['ord_1', 'ord_2'], touchedAt: later(2) })
    expect(await uploads.name('cus_c', [one.id, 'upl_unknown'], 'ord_3', later(3))).to.equal(false)
    expect(await uploads.name('cus_d', [one.id], 'ord_3', later(3))).to.equal(false)
  })

  it('are over when nobody has named them since', async () => {
    const [one, two] = [await uploads.insert(photo('cus_e'), NOW), await uploads.insert(photo('cus_e'), NOW)]
    const over = async () => (await uploads.over(later(24), 100)).filter(({ customer }) => customer === 'cus_e')
    await uploads.name('cus_e', [two.id], 'ord_1', later(30))
    expect((await over()).map(({ id }) => id)).to.deep.equal([one.id])
    await uploads.keep(one.id)
    expect(await over()).to.deep.equal([])
    expect(await uploads.countFresh('cus_e')).to.equal(1)
  })

  it('do not go when they are named in the meantime, and are not named once they go', async () => {
    const one = await uploads.insert(photo('cus_f'), NOW)
    await uploads.name('cus_f', [one.id], 'ord_1', later(1))
    expect(await uploads.markGoing(one, true)).to.equal(false)
    const seen = await uploads.find(one.id)
    expect(seen && (await uploads.markGoing(seen, true))).to.equal(true)
    expect(await uploads.name('cus_f', [one.id], 'ord_2', later(2))).to.equal(false)
    expect(await uploads.find(one.id)).to.equal(undefined)
    // Its file may still be there: it is found until that is gone.
    expect((await uploads.over(NOW, 100)).map(({ id }) => id)).to.include(one.id)
    expect(await uploads.ofCustomer('cus_f')).to.have.length(1)
    await uploads.remove(one.id)
    expect(await uploads.ofCustomer('cus_f')).to.deep.equal([])
  })

  it('go with their shop', async () => {
    const store = test.store.forShop('three')
    const { id } = await store.uploads.insert(photo('cus_g'), NOW)
    await test.store.forget('three')
    expect(await store.uploads.find(id)).to.equal(undefined)
  })
})
