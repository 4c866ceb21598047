import { expect } from 'chai'
import { withoutToken } from '../../web/console/session.ts'

const page = 'http://shop.example/console/'

describe('a token in the address', () => {
  for (const [address, token, left] of [
    [page, null, page],
    [`${page}#/orders?day=2026-12-02`, null, `${page}#/orders?day=2026-12-02`],
    [`${page}#token=abc`, 'abc', page],
    [`${page}?token=abc`, 'abc', page],
    [`${page}?token=abc&language=en#/orders`, 'abc', `${page}?language=en#/orders`],
    [`${page}#/orders?token=abc&day=2026-12-02`, 'abc', `${page}#/orders?day=2026-12-02`],
    [`${page}#token=`, null, `${page}#token=`],
  ] as const)
    it(`is taken out of ${address}`, () => expect(withoutToken(address)).to.deep.equal({ token, address: left }))
})
