import { expect } from 'chai'
import { openSalon, type Salon } from './salon.ts'

const PATH = '/console/mini-program-code'

describe('a mini-program code', () => {
  let salon: Salon
  let token: string
  before(async () => {
    salon = await openSalon()
    token = await salon.staff()
  })
  after(() => salon.close())
  afterEach(() => salon.runtime.simulator?.faults.clear())

  const picture = async (query = ''): Promise<Buffer> => {
    const headers = { authorization: `Bearer ${token}` }
    const response = await fetch(`${salon.runtime.url}/api${PATH}${query}`, { headers })
    expect([response.status, response.headers.get('content-type')]).to.deep.equal([200, 'image/png'])
    return Buffer.from(await response.arrayBuffer())
  }
  const refused = async (query = '', as = token): Promise<readonly [number, string, string]> => {
    const { status, body } = await salon.get(PATH + query, { token: as })
    return [status, body.error.code, body.error.message]
  }

  it('is a picture for the home page, and another for each service', async () => {
    const codes = await Promise.all([picture(), picture('?service=cut'), picture('?service=dye'), picture()])
    expect(codes[0]?.subarray(1, 4).toString()).to.equal('PNG')
    expect(new Set(codes.map((code) => code.toString('base64'))).size).to.equal(3)
  })

  it('is made for staff, and for services that there are', async () => {
    expect((await refused('', 'nobody')).slice(0, 2)).to.deep.equal([401, 'NOT_SIGNED_IN'])
    expect((await refused('?service=gone'))[1]).to.equal('UNKNOWN_SERVICE')
    expect((await refused('?version=old'))[1]).to.equal('INPUT_INVALID')
  })

  for (const [errcode, status, code, words] of [
    [41030, 409, 'NOT_RELEASED', 'has not been released yet'],
    [40164, 502, 'WECHAT_REFUSED', '40164'],
    [45009, 502, 'WECHAT_UNAVAILABLE', 'try again later'],
  ] as const)
    it(`says what is the matter when WeChat answers ${errcode}`, async () => {
      salon.runtime.simulator?.faults.add({ path: '/wxa/getwxacodeunlimit', kind: 'errcode', errcode })
      const answer = await refused('?service=cut')
      expect(answer.slice(0, 2)).to.deep.equal([status, code])
      expect(answer[2]).to.contain(words)
    })
})
