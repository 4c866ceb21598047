import { expect } from 'chai'
import fc from 'fast-check'
import { pointerPosition } from '../../src/cli/pointerPosition.ts'

const TEXT = `{
  "id": "qingsi", "a/b": 1,
  "services": [
    { "id": "cut", "title": "a \\" , ] } b" },
    {
      "id": "perm", "price": -1.5e3
    }
  ]
}
`

describe('the place of a pointer in a description', () => {
  for (const [pointer, line, column, what] of [
    ['', 1, 1, 'the whole'],
    ['/id', 2, 9, 'a member'],
    ['/a~1b', 2, 26, 'a member with a slash in its name'],
    ['/services', 3, 15, 'a list'],
    ['/services/1/price', 6, 30, 'a value deep inside, past strings full of brackets'],
    ['/services/0/offerings', 4, 5, 'the object where something is missing'],
    ['/services/7', 3, 15, 'the list that is too short'],
  ] as const)
    it(`is ${line}:${column} for ${what}`, () => {
      expect(pointerPosition(TEXT, pointer)).to.deep.equal({ line, column })
    })

  it('is found in any JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        for (const key of Object.keys(value)) {
          const { line, column } = pointerPosition(text, `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
          const from = text
            .split('\n')
            .slice(line - 1)
            .join('\n')
            .slice(column - 1)
          // Strict equality of text: what begins there is the value itself.
          if (!from.startsWith(JSON.stringify(value[key], null, indent).split('\n')[0] ?? '')) return false
        }
        return true
      }),
    )
  })
})
