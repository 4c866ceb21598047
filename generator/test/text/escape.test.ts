import { runInNewContext } from 'node:vm'
import { expect } from 'chai'
import fc from 'fast-check'
import { load } from 'js-yaml'
import { comment, env, html, json, lit, md, yaml } from '../../src/escape.ts'

const HOSTILE = [
  '"}});process.exit()//<script>',
  '</script><script>alert(1)</script>',
  '`${process.exit()}`',
  "'+process.exit()+'",
  '{{lit this}}',
  'line\r\nline\u2028line\u2029line\tend',
  '\u202Egnp.exe\u202C abc',
  '\u05e9\u05dc\u05d5\u05dd مرحبا',
  '👩‍👩‍👧 💇🏽‍♀️',
  '*/ --> <!-- # [a](javascript:alert(1)) | cell |',
  '\\',
  '字'.repeat(200),
  '\u0000\u001b[31m',
  '\ud800',
]
/** As an engine reads it, in a world of its own. */
const evaluate = (source: string): unknown => runInNewContext(`(${source})`)

describe('lit', () => {
  for (const words of HOSTILE)
    it(`carries ${JSON.stringify(words).slice(0, 40)} through JavaScript and JSON`, () => {
      expect(evaluate(lit(words))).to.equal(words)
      expect(JSON.parse(lit(words))).to.equal(words)
      expect(lit(words)).not.to.match(/[<>\u2028\u2029\u202a-\u202e\n]/)
    })
  it('carries any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(evaluate(lit(words))).to.equal(words)
      }),
    )
  })
  it('refuses what JSON has no word for', () => {
    expect(() => lit(undefined)).to.throw(TypeError)
  })
})

describe('json', () => {
  it('carries any document', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(json(value))).to.deep.equal(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('yaml', () => {
  for (const words of HOSTILE.filter((each) => each !== '\ud800'))
    it(`carries ${JSON.stringify(words).slice(0, 40)} through YAML`, () => {
      expect(load(`name: ${yaml(words)}\n`)).to.deep.equal({ name: words })
    })
})

/** What a reader of Markdown sees of escaped text: escapes and entities undone. */
const shown = (text: string): string =>
  text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCharCode(Number(digits)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

describe('md', () => {
  for (const words of HOSTILE)
    it(`shows ${JSON.stringify(words).slice(0, 40)} as text on one line`, () => {
      expect(shown(md(words))).to.equal(words.replace(/\s+/gu, ' ').trim())
      expect(md(words)).not.to.match(/\n|<|(?<!\\)[|`*_[\]]/)
    })
})

describe('html', () => {
  it('leaves no way out of an attribute or element', () => {
    expect(html(`"'><script>&`)).to.equal('&#34;&#39;&#62;&#60;script&#62;&#38;')
  })
})

describe('env', () => {
  it('lets an https address through', () => {
    expect(env('https://api.example.com:8443/a_b')).to.equal('https://api.example.com:8443/a_b')
  })
  for (const words of ['a b', 'a\nB=c', '$HOME', '"x"', '#x'])
    it(`refuses ${JSON.stringify(words)}`, () => expect(() => env(words)).to.throw(TypeError))
})

describe('comment', () => {
  for (const words of HOSTILE)
    it(`keeps ${JSON.stringify(words).slice(0, 40)} inside a comment`, () => {
      expect(comment(words)).not.to.match(/[\r\n\u2028\u2029\u202a-\u202e]|\*\/|-->/)
      expect(Array.from(comment(words)).length).to.be.at.most(120)
    })
})
