import { expect } from 'chai'
import fc from 'fast-check'
import { identifier, slug, typeName } from '../../src/naming.ts'

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/)

describe('identifier', () => {
  for (const [given, name] of [
    ['first-visit', 'firstVisit'],
    ['class', 'class$'],
    ['a-1', 'a_1'],
    ['a--b', 'a_B'],
    ['cut', 'cut'],
  ] as const)
    it(`makes ${name} of ${given}`, () => expect(identifier(given)).to.equal(name))

  it('is an identifier of JavaScript for every id', () => {
    fc.assert(fc.property(id, (given) => /^[a-z][A-Za-z0-9_]*\$?$/.test(identifier(given))))
  })
  it('never gives two ids one name', () => {
    fc.assert(fc.property(id, id, (a, b) => a === b || identifier(a) !== identifier(b)))
  })
  for (const words of ['', 'A', 'a b', '../x', 'a;process.exit()', 'a'.repeat(41)])
    it(`refuses ${JSON.stringify(words)}`, () => expect(() => identifier(words)).to.throw(TypeError))
})

describe('typeName', () => {
  it('begins with a capital', () => expect(typeName('first-visit')).to.equal('FirstVisit'))
})

describe('slug', () => {
  it('is the id', () => expect(slug('first-visit')).to.equal('first-visit'))
  it('keeps away from the names of Windows', () => expect(slug('con')).to.equal('con~'))
})
