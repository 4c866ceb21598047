import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'chai'
import { shopSchema } from '../src/index.ts'
import { answerTo } from './page-answers.ts'
import { read, resolved } from './pages.ts'

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false })
addFormats.default(ajv, ['date'])
ajv.addKeyword('x-en')
ajv.addSchema(shopSchema, 'shop')

const text = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')

for (const topic of ['pricing', 'availability'])
  for (const locale of ['zh-CN', 'en'] as const) {
    const name = `${topic}.${locale}.md`
    describe(`the page ${name}`, () => {
      const { shops, questions, parts } = read(text(name))

      for (const { shop, line } of shops)
        it(`line ${line}: the shop has no fault`, () => expect(resolved(shop).id).to.equal(shop.id))

      for (const { definition, value, line } of parts)
        it(`line ${line}: this is a ${definition}`, () => {
          const validate = ajv.getSchema(`shop#/$defs/${definition}`)
          expect(validate?.(value), ajv.errorsText(validate?.errors)).to.equal(true)
        })

      for (const { kind, shop, input, answer, line } of questions)
        it(`line ${line}: the ${kind} is as the page says`, () =>
          expect(answerTo(kind, resolved(shop), input, locale)).to.equal(answer))

      it('asks as much in one language as in the other', () => {
        const other = read(text(`${topic}.${locale === 'en' ? 'zh-CN' : 'en'}.md`))
        const shape = ({ questions: all }: typeof other) => all.map(({ kind, input }) => [kind, input])
        expect(questions).not.to.have.length(0)
        expect(shape(other)).to.deep.equal(shape({ shops, questions, parts }))
      })
    })
  }
