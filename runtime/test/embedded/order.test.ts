import { expect } from 'chai'
import fc from 'fast-check'
import { BSONRegExp, Binary, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson'
import { decode, encode } from '../../src/embedded/bson.ts'
import { after, encodeBound } from '../../src/embedded/keys.ts'
import { compareValues } from '../../src/embedded/order.ts'

const hex = fc.uint8Array({ minLength: 12, maxLength: 12 })

/** Numbers of all types, many of them near one another. */
const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer(),
  fc.double(),
  fc.constantFrom(0, -0, NaN, Infinity, -Infinity, Number.MIN_VALUE, 2 ** 53, 2 ** 53 + 2, 0.1),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }).map((value) => Long.fromBigInt(value)),
  fc.integer({ min: -9, max: 9 }).map((value) => new Double(value)),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -25, max: 25 }))
    .map(([digits, exponent]) => Decimal128.fromString(`${digits}E${exponent}`)),
  fc
    .constantFrom('0.1', '0.10', '1E-400', '1E+6000', '-1E+6000', 'NaN', 'Infinity', '9007199254740993')
    .map((text) => Decimal128.fromString(text)),
)
const text = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('', '\0', 'a', 'a\0', 'a\0b', '\uffff', '😀', '苹果'),
)
const scalar = fc.oneof(
  number,
  text,
  fc.constantFrom(null, true, false, undefined),
  fc.date({ noInvalidDate: true }),
  hex.map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 5 }).map((bytes) => new Binary(bytes, bytes.length % 3)),
  fc.tuple(fc.nat(9), fc.nat(9)).map(([t, i]) => new Timestamp({ t, i })),
  fc.constantFrom(new BSONRegExp('a', 'i'), new BSONRegExp('a'), new BSONRegExp('b')),
  fc.constantFrom(new MinKey(), new MaxKey()),
)
const name = fc.constantFrom('a', 'b', 'ab', '', 'ä')
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value

describe('The bytes of a key', () => {
  it('have the order of the values', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Math.sign(Buffer.compare(encodeBound([a]), encodeBound([b])))).to.equal(compareValues(a, b))
      }),
      { numRuns: 3000 },
    )
  })

  it('of two numbers have their order, whatever their types', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(Math.sign(Buffer.compare(encodeBound([a]), encodeBound([b])))).to.equal(compareValues(a, b))
      }),
      { numRuns: 3000 },
    )
  })

  it('of several values go by the first that differs, each in its direction', () => {
    fc.assert(
      fc.property(
        fc.tuple(scalar, scalar),
        fc.tuple(scalar, scalar),
        fc.constantFrom([1, 1], [1, -1], [-1, 1]),
        (a, b, ways) => {
          const [first = 1, second = 1] = ways
          const expected = compareValues(a[0], b[0]) * first || compareValues(a[1], b[1]) * second
          expect(Math.sign(Buffer.compare(encodeBound(a, ways), encodeBound(b, ways))) + 0).to.equal(expected + 0)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('of one value never begin the bytes of another', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [one, other] = [encodeBound([a]), encodeBound([b])]
        if (compareValues(a, b) !== 0) expect(other.subarray(0, one.length).equals(one)).to.equal(false)
        expect(Buffer.compare(after(one), one)).to.equal(1)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('The order of values', () => {
  it('is one order: it turns with its sides, and carries over', () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(compareValues(a, b) + compareValues(b, a)).to.equal(0)
        if (compareValues(a, b) <= 0 && compareValues(b, c) <= 0) expect(compareValues(a, c)).to.be.at.most(0)
      }),
      { numRuns: 2000 },
    )
  })

  const pairs: readonly [lesser: unknown, greater: unknown][] = [
    [Decimal128.fromString('0.1'), 0.1],
    [2 ** 53, Long.fromString('9007199254740993')],
    [Long.fromString('9007199254740993'), Decimal128.fromString('9007199254740993.5')],
    [NaN, -Infinity],
    ['a', 'a\0'],
    ['\uffff', '😀'],
    [{ a: 1 }, { a: 1, b: 0 }],
    [{ b: 1 }, { a: 'x' }],
    [null, 0],
    [{}, []],
    [new Binary(Buffer.of(9)), new Binary(Buffer.of(0, 0))],
  ]
  for (const [lesser, greater] of pairs)
    it(`puts ${String(JSON.stringify(lesser))} before ${String(JSON.stringify(greater))}`, () => {
      expect(compareValues(lesser, greater)).to.equal(-1)
      expect(Buffer.compare(encodeBound([lesser]), encodeBound([greater]))).to.equal(-1)
    })
})

describe('A document read and written again', () => {
  it('has the same bytes', () => {
    fc.assert(
      fc.property(fc.dictionary(name, value, { maxKeys: 4, noNullPrototype: true }), (document) => {
        const bytes = encode(document)
        expect(encode(decode(bytes)).equals(bytes)).to.equal(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('cut off anywhere is refused', () => {
    const bytes = encode({ a: 1, b: 'text', c: [new ObjectId(), { d: new Date() }], e: new Binary(Buffer.alloc(4)) })
    for (let length = 0; length < bytes.length; length++)
      expect(() => decode(bytes.subarray(0, length)), `${length} bytes`).to.throw('Invalid BSON')
  })
})
