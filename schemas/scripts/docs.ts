/** Makes the reference of the language in `docs/` from the schemas and the code. `npm run docs` writes, a test compares. */
import { mkdir, writeFile } from 'node:fs/promises'
import { checks, facts, refusals } from './docs/catalogues.ts'
import { contents, languageSections } from './docs/sections.ts'
import { in2, type Locale, LOCALES } from './docs/words.ts'

const folder = new URL('../../docs/', import.meta.url)

function reference(locale: Locale): string {
  const say = in2(locale)
  const other = locale === 'en' ? '[中文](language.zh-CN.md)' : '[English](language.en.md)'
  return `${[
    `<!-- ${say('由 npm run docs 生成，请勿手改。', 'Made by npm run docs; do not edit.')} -->`,
    `# ${say('店铺语言参考', 'Reference of the shop language')}`,
    other,
    say(
      '一家店写成一个 JSON 文件。这里是其中每一个属性：意思、类型、范围、默认值和例子。从写好的店开始最省事：看 [schemas/examples](../schemas/examples)，以及[定价](pricing.zh-CN.md)和[可约时间](availability.zh-CN.md)两页里完整的小店。',
      'A shop is one JSON file. Here is every property of it: meaning, type, range, default and an example. It is easiest to begin with a shop that works: see [schemas/examples](../schemas/examples), and the complete small shops in the pages on [pricing](pricing.en.md) and [availability](availability.en.md).',
    ),
    say(
      '文件里写上 `"$schema"`，编辑器就会补全和提示。`npx kaidian validate SHOP.json` 检查。没写的属性用默认值；多写的属性是错误。',
      'With `"$schema"` in the file an editor completes and checks. `npx kaidian validate SHOP.json` tells every fault. A property left out has its default; one that is not known is a fault.',
    ),
    `${contents(locale)} · [${say('共用词汇', 'Common words')}](#words) · [${say('事实目录', 'Facts')}](#facts) · [${say('检查', 'Checks')}](#checks) · [${say('拒绝', 'Refusals')}](#refusals)`,
    languageSections(locale),
    facts(locale),
    checks(locale),
    refusals(locale),
  ].join('\n\n')}\n`
}

/** @returns file name → content of everything that is made under `docs/`. */
export const documents = (): ReadonlyMap<string, string> =>
  new Map(LOCALES.map((locale) => [`language.${locale}.md`, reference(locale)]))

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await mkdir(folder, { recursive: true })
  for (const [name, content] of documents()) await writeFile(new URL(name, folder), content)
}
