import { expect } from 'chai'
import { openSalon, type Salon } from './salon.ts'

describe('the phone number of a customer who taps the button of WeChat', () => {
  let salon: Salon
  before(async () => {
    salon = await openSalon()
  })
  after(() => salon.close())

  const codeFor = async (phone: string): Promise<string> => {
    const response = await fetch(`${salon.runtime.url}/simulator-host/simulator/phone-codes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ phone }),
    })
    return ((await response.json()) as { code: string }).code
  }

  it('comes for the code of the button, once', async () => {
    const token = await salon.wechatCustomer('taps')
    const body = { code: await codeFor('13900139000') }
    const first = await salon.post('/phone-numbers', { token, body })
    expect([first.status, first.body]).to.deep.equal([200, { phone: '13900139000' }])
    const second = await salon.post('/phone-numbers', { token, body })
    expect([second.status, second.body.error.field]).to.deep.equal([400, 'code'])
  })

  it('comes for nobody who is not signed in', async () => {
    const answer = await salon.post('/phone-numbers', { body: { code: await codeFor('13900139000') } })
    expect(answer.status).to.equal(401)
  })
})
