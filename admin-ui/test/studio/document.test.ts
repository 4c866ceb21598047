import { expect } from 'chai'
import fc from 'fast-check'
import {
  freeId,
  pointerOf,
  tokensOf,
  valueAt,
  withInserted,
  withMoved,
  withValue,
} from '../../web/studio/draft/document.ts'

describe('a description by pointer', () => {
  const shop = { profile: { name: 'A' }, services: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], 'a/b': { '~': 1 } }

  it('writes and reads any token', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (tokens) => {
        expect(tokensOf(pointerOf(...tokens))).to.deep.equal(tokens)
      }),
    )
  })

  for (const [pointer, value] of [
    ['', shop],
    ['/profile/name', 'A'],
    ['/services/1/id', 'b'],
    ['/a~1b/~0', 1],
    ['/services/9', undefined],
    ['/profile/name/0', undefined],
    ['/constructor', undefined],
  ] as const)
    it(`finds ${JSON.stringify(value)?.slice(0, 30) ?? 'nothing'} at “${pointer}”`, () =>
      expect(valueAt(shop, pointer)).to.deep.equal(value))

  it('puts a value in its place and shares all the rest', () => {
    const next = withValue(shop, '/profile/name', 'B') as typeof shop
    expect(next.profile.name).to.equal('B')
    expect(next.services).to.equal(shop.services)
    expect(shop.profile.name).to.equal('A')
  })

  it('makes the objects on the way', () => {
    expect(withValue({}, '/brief/why', 'x')).to.deep.equal({ brief: { why: 'x' } })
  })

  it('takes an entry away from an object and from a list', () => {
    expect(withValue(shop, '/profile/name', undefined)).to.deep.include({ profile: {} })
    expect(valueAt(withValue(shop, '/services/1', undefined), '/services')).to.deep.equal([{ id: 'a' }, { id: 'c' }])
  })

  it('inserts and moves entries', () => {
    const ids = (document: unknown) => (valueAt(document, '/services') as { id: string }[]).map(({ id }) => id).join('')
    expect(ids(withInserted(shop, '/services', { id: 'd' }))).to.equal('abcd')
    expect(ids(withInserted(shop, '/services', { id: 'd' }, 1))).to.equal('adbc')
    expect(ids(withMoved(shop, '/services', 0, 2))).to.equal('bca')
    expect(ids(withMoved(shop, '/services', 2, 0))).to.equal('cab')
    expect(withMoved(shop, '/services', 0, 3)).to.equal(shop)
  })

  it('gives an identifier that nobody has', () => {
    expect(freeId([{ id: 'service-1' }, { id: 'service-3' }], 'service')).to.equal('service-4')
    expect(freeId([], 'fee')).to.equal('fee-1')
  })
})
