import { expect } from 'chai'
import { compare } from '../../web/studio/versions/compare.ts'
import { placeWords } from '../../web/studio/versions/place-words.ts'

const services = [
  { id: 'cut', title: { 'zh-CN': '剪发', en: 'Cut' }, offerings: [{ id: 'a', title: '总监', price: 19_800 }] },
  { id: 'perm', title: '烫发', offerings: [] },
]

describe('comparing two descriptions', () => {
  const short = (before: unknown, after: unknown) => compare(before, after).map(({ kind, pointer }) => [kind, pointer])

  it('finds nothing between equal ones', () => {
    expect(compare({ services }, structuredClone({ services }))).to.deep.equal([])
  })

  it('names the one value that changed, with both sides', () => {
    const after = structuredClone({ services })
    after.services[0]!.offerings[0]!.price = 21_800
    expect(compare({ services }, after)).to.deep.equal([
      { kind: 'changed', pointer: '/services/0/offerings/0/price', before: 19_800, after: 21_800 },
    ])
  })

  it('matches entries by identifier: a new one in front is one addition', () => {
    expect(short({ services }, { services: [{ id: 'new' }, ...services] })).to.deep.equal([['added', '/services/0']])
    expect(short({ services }, { services: services.slice(1) })).to.deep.equal([['removed', '/services/0']])
  })

  it('tells another order as one change', () => {
    expect(compare({ services }, { services: services.toReversed() })).to.deep.equal([
      { kind: 'changed', pointer: '/services', before: ['cut', 'perm'], after: ['perm', 'cut'] },
    ])
  })

  it('tells of properties that came and went', () => {
    expect(short({ a: 1 }, { b: 2 })).to.deep.equal([
      ['removed', '/a'],
      ['added', '/b'],
    ])
  })

  it('says where in the words of the language', () => {
    const place = '/services/0/offerings/0/price'
    expect(placeWords({ services }, place, 'zh-CN')).to.equal('服务 › 剪发 › 价目 › 总监 › 价格')
    expect(placeWords({ services }, place, 'en')).to.equal('Services › Cut › Offerings › 总监 › Price')
  })
})
