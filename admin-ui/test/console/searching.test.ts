import { expect } from 'chai'
import { chosenIn, withChosen } from '../../web/console/orders/chosen.ts'
import { customersQuery, ordersQuery } from '../../web/console/server/queries.ts'

const PHONE = '13800138000'

describe('what staff look for', () => {
  const page = {
    location: { href: 'http://shop.example/console/#/orders' },
    document: { documentElement: { lang: 'en' } },
  }
  const before = new Map(
    [...Object.keys(page), 'fetch'].map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]),
  )
  let sent: { readonly url: string; readonly method?: string; readonly body: unknown }[]
  beforeEach(() => {
    sent = []
    const fetch = async (url: URL, { method, body }: { method?: string; body?: string }) => {
      sent.push({ url: String(url), ...(method && { method }), body: JSON.parse(body ?? 'null') as unknown })
      return Response.json({})
    }
    for (const [name, value] of Object.entries({ ...page, fetch }))
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  })
  afterEach(() => {
    for (const [name, was] of before)
      if (was) Object.defineProperty(globalThis, name, was)
      else Reflect.deleteProperty(globalThis, name)
  })
  const { signal } = new AbortController()

  it('is sent in the body, never in the address; what was not filled in is left out', async () => {
    await ordersQuery({ day: '2026-12-02', state: '', q: PHONE, page: '' }).queryFn({ signal })
    await customersQuery(PHONE).queryFn({ signal })
    await customersQuery('').queryFn({ signal })
    const api = 'http://shop.example/api/console'
    expect(sent).to.deep.equal([
      { url: `${api}/order-searches`, method: 'POST', body: { day: '2026-12-02', q: PHONE } },
      { url: `${api}/customer-searches`, method: 'POST', body: { q: PHONE } },
      { url: `${api}/customer-searches`, method: 'POST', body: {} },
    ])
  })

  it('is not in the address of the page, where day and state are', () => {
    const address = withChosen(new URLSearchParams('order=ord_1'), { day: '2026-12-02', state: 'confirmed', q: PHONE })
    expect(address.toString()).to.equal('order=ord_1&day=2026-12-02&state=confirmed')
    expect(chosenIn(address)).to.deep.equal({ day: '2026-12-02', state: 'confirmed' })
    expect(withChosen(address, { day: '', q: '' }).toString()).to.equal('order=ord_1&state=confirmed')
    expect(withChosen(address, { q: PHONE }).toString()).to.equal(address.toString())
  })
})
