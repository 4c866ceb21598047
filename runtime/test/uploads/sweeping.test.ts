import { expect } from 'chai'
import type { Customer } from '../../src/store/index.ts'
import type { ShopContext } from '../../src/flow/context.ts'
import { eraseUploads, keepNamed, sweepUploads } from '../../src/flow/uploads.ts'
import { newId } from '../../src/ids.ts'
import type { UploadStore } from '../../src/uploads/index.ts'
import { openTestStore, type TestStore } from '../store/test-store.ts'
import { clockAt } from '../wechat/set-clock.ts'

const NOW = '2027-03-01T00:00:00.000Z'
const HOUR = 3_600_000
const customer = { id: 'cus_a' } as Customer
const form = {
  id: 'home',
  title: { 'zh-CN': '表' },
  pages: [],
  fields: [{ id: 'photos', kind: 'image', label: { 'zh-CN': '照片' }, maxCount: 9 } as const],
}

describe('sweeping uploads', () => {
  const files = new Set<string>()
  let broken = false
  const uploads: UploadStore = {
    put: async (id) => void files.add(id),
    get: async () => undefined,
    async remove(id) {
      if (broken) throw new Error('The storage does not answer.')
      files.delete(id)
    },
  }
  const clock = clockAt(NOW)
  let test: TestStore
  let ctx: ShopContext
  before(async () => {
    test = await openTestStore()
    ctx = { store: test.store.forShop('one'), uploads, clock } as unknown as ShopContext
  })
  after(() => test.close())

  async function photo(): Promise<string> {
    const id = newId('upl')
    await ctx.store.uploads.insert(
      { id, customer: customer.id, form: 'home', field: 'photos', type: 'jpg', bytes: 1 },
      clock.now(),
    )
    await uploads.put(id, Buffer.alloc(1))
    return id
  }
  const later = (hours: number) => clock.set(new Date(Date.parse(NOW) + hours * HOUR))
  const name = (by: string, ...photos: string[]) =>
    keepNamed(ctx, customer, by, [{ form, answers: { photos }, at: 'answers' }])

  it('removes what an order named that never came to be, a day after that', async () => {
    later(0)
    const id = await photo()
    later(20)
    await name('ord_never', id)
    later(43)
    await sweepUploads(ctx)
    expect(files).to.include(id)
    later(45)
    await sweepUploads(ctx)
    expect(files).not.to.include(id)
    expect(await ctx.store.uploads.find(id)).to.equal(undefined)
  })

  it('keeps what a place in a line names', async () => {
    later(0)
    const id = await photo()
    await name('wtl_waiting', id)
    later(100)
    await sweepUploads(ctx)
    expect(await ctx.store.uploads.find(id)).to.have.property('state', 'kept')
  })

  it('ends a removal that was interrupted', async () => {
    later(0)
    const id = await photo()
    broken = true
    let error: unknown
    await eraseUploads(ctx, customer.id).catch((thrown: unknown) => (error = thrown))
    expect(error).to.be.instanceOf(Error)
    broken = false
    expect(await ctx.store.uploads.find(id)).to.equal(undefined)
    await sweepUploads(ctx)
    expect(files).not.to.include(id)
    expect((await ctx.store.uploads.ofCustomer(customer.id)).map((one) => one.id)).not.to.include(id)
  })
})
