import { expect } from 'chai'
import { typeOfContent, UPLOAD_TYPES } from '../../src/uploads/content-type.ts'
import { shopSchema } from '@kaidian/schemas'
import { SAMPLES } from './samples.ts'

describe('what a file is', () => {
  it('is told of every type that a field may accept', () => {
    const types = shopSchema.$defs.Field.properties.accept.items.enum
    expect(Object.keys(UPLOAD_TYPES)).to.have.members([...types])
  })

  for (const type of Object.keys(UPLOAD_TYPES) as (keyof typeof UPLOAD_TYPES)[])
    it(`is ${type} by its content`, async () => expect(await typeOfContent(SAMPLES[type]())).to.equal(type))

  for (const other of ['html', 'svg', 'exe', 'zip'] as const)
    it(`is nothing a field takes when it is ${other}`, async () =>
      expect(await typeOfContent(SAMPLES[other]())).to.equal(undefined))

  it('is not told of nothing, nor of a beginning alone', async () => {
    expect(await typeOfContent(Buffer.alloc(0))).to.equal(undefined)
    expect(await typeOfContent(SAMPLES.jpg().subarray(0, 2))).to.equal(undefined)
    for (let length = 0; length < 400; length += 7) await typeOfContent(SAMPLES.docx().subarray(0, length))
  })

  it('is shown within a page only when it is a picture', () => {
    for (const { media, shown } of Object.values(UPLOAD_TYPES)) {
      expect(shown).to.equal(media.startsWith('image/'))
      expect(media).not.to.match(/html|svg|xml$|javascript/)
    }
  })
})
