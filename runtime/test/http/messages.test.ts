import { expect } from 'chai'
import { cut, openSalon, salonDescription, type Salon } from './salon.ts'

const TEMPLATE = 'Bk7xq2tXr0Vd1sZ3mF8aQpYw'

describe('messages to customers', () => {
  let salon: Salon
  before(async () => {
    const shop = salonDescription()
    shop.publish = {
      messages: [
        {
          template: TEMPLATE,
          events: ['order.confirmed', 'order.cancelled'],
          fields: { thing1: 'service', time2: 'time', phrase3: 'status', amount4: 'amount', thing5: 'next' },
        },
      ],
    }
    salon = await openSalon({ shop })
  })
  after(() => salon.close())

  const sent = () =>
    (salon.runtime.simulator?.messages() ?? []).map(({ templateId, values }) => ({ templateId, values }))

  it('go to whoever agreed, on the events the shop describes, with every field it names', async () => {
    const token = await salon.wechatCustomer('lilei')
    await salon.booked(token, cut())
    await salon.runtime.runJobs()
    const [message, ...others] = sent()
    expect(others).to.deep.equal([])
    expect(message?.templateId).to.equal(TEMPLATE)
    expect(message?.values).to.deep.equal({
      thing1: '洗剪吹 · 总监',
      time2: '2026年12月2日 14:00',
      phrase3: '预约成功',
      amount4: '¥178.00',
      thing5: '到场请出示核销码',
    })
  })

  it('are not sent twice, and not to whoever came without WeChat', async () => {
    const before = sent().length
    await salon.runtime.runJobs()
    const token = await salon.customer()
    await salon.booked(token, cut({ start: '2026-12-02T09:00:00.000Z' }))
    await salon.runtime.runJobs()
    expect(sent().length).to.equal(before)
  })

  it('beyond what a customer agreed to are left, and keep nothing else waiting', async () => {
    const token = await salon.wechatCustomer('hanmei')
    const openid = (await salon.get('/me/export', { token })).body.customer.wechat
    const agreed = await fetch(`${salon.runtime.url}/simulator-host/simulator/acceptances`, {
      method: 'POST',
      body: JSON.stringify({ openid, template_id: TEMPLATE }),
    })
    expect(agreed.ok).to.equal(true)
    const before = sent().length
    for (const start of ['2026-12-02T10:30:00.000Z', '2026-12-03T04:00:00.000Z'])
      await salon.booked(token, cut({ start }))
    await salon.runtime.runJobs()
    await salon.runtime.runJobs()
    expect(sent().length - before).to.equal(1)
    const { events } = (await salon.get('/console/events?after=0', { token: await salon.staff() })).body
    expect(events.filter(({ type }: { type: string }) => type === 'order.confirmed')).to.have.length(4)
  })
})
