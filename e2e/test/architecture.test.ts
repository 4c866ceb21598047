import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** layer → the layers it may import. What is not in the table may import nothing of ours. */
const LAYERS: Record<string, readonly string[]> = {
  schemas: [],
  'runtime/src/domain': ['schemas'],
  'runtime/src/embedded': [],
  'runtime/src/wechat': ['runtime/src/domain'],
  'runtime/src/store': ['schemas', 'runtime/src/domain'],
  'runtime/src/uploads': ['runtime/src/domain'],
  'runtime/src/flow': [
    'schemas',
    'runtime/src/domain',
    'runtime/src/store',
    'runtime/src/wechat',
    'runtime/src/uploads',
  ],
  'runtime/src/http': [
    'runtime/src/flow',
    'schemas',
    'runtime/src/domain',
    'runtime/src/store',
    'runtime/src/wechat',
    'runtime/src/uploads',
    'runtime/src/flow',
  ],
  'runtime/src/jobs': [
    'runtime/src/flow',
    'schemas',
    'runtime/src/domain',
    'runtime/src/store',
    'runtime/src/wechat',
    'runtime/src/flow',
  ],
  'runtime/src': [
    'schemas',
    'runtime/src/domain',
    'runtime/src/embedded',
    'runtime/src/wechat',
    'runtime/src/uploads',
    'runtime/src/store',
    'runtime/src/flow',
    'runtime/src/http',
    'runtime/src/jobs',
  ],
  generator: ['schemas', 'runtime/src/domain', 'runtime/src'],
  'admin-ui/server': [
    'schemas',
    'runtime/src/domain',
    'runtime/src',
    'runtime/src/embedded',
    'runtime/src/wechat',
    'runtime/src/store',
    'generator',
  ],
  'admin-ui/web': ['schemas', 'runtime/src/domain'],
}

/** Small files that every layer of the runtime may use: they import nothing of ours but the domain. */
const SHARED = [
  'runtime/src/clock.ts',
  'runtime/src/ids.ts',
  'runtime/src/version.ts',
  'runtime/src/keys.ts',
  'runtime/src/settings.ts',
]

const PACKAGES: Record<string, string> = {
  '@kaidian/schemas': 'schemas',
  '@kaidian/runtime/domain': 'runtime/src/domain',
  '@kaidian/runtime/store': 'runtime/src/store',
  '@kaidian/runtime/embedded': 'runtime/src/embedded',
  '@kaidian/runtime/wechat': 'runtime/src/wechat',
  '@kaidian/runtime/simulator': 'runtime/src/wechat',
  '@kaidian/runtime': 'runtime/src',
  '@kaidian/admin-ui': 'admin-ui/server',
  kaidian: 'generator',
}

const layerOf = (path: string): string | undefined =>
  Object.keys(LAYERS)
    .toSorted((a, b) => b.length - a.length)
    .find((layer) => path.startsWith(`${layer}/`))

const files = Object.keys(LAYERS)
  .flatMap((layer) =>
    readdirSync(join(root, layer), { withFileTypes: true, recursive: true }).map((entry) => ({ layer, entry })),
  )
  .filter(({ entry }) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map(({ entry }) => relative(root, join(entry.parentPath, entry.name)))
  .filter((path) => !/(^|\/)(test|node_modules|dist|scripts)\//.test(path))
const sources = [...new Set(files)].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

const importsOf = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
    ),
  ].map((found) => found[1] ?? found[2] ?? found[3] ?? '')

/** @returns the layer a specifier leads to, or undefined for a package that is not ours. */
function target(from: string, specifier: string): { layer: string; path: string } | undefined {
  if (specifier.startsWith('.')) {
    const path = relative(root, resolve(root, dirname(from), specifier))
    const layer = layerOf(path)
    return layer === undefined ? undefined : { layer, path }
  }
  const name = Object.keys(PACKAGES)
    .toSorted((a, b) => b.length - a.length)
    .find((known) => specifier === known || specifier.startsWith(`${known}/`))
  return name === undefined ? undefined : { layer: PACKAGES[name] ?? '', path: specifier }
}

describe('the layers', () => {
  it('are where the table says they are', () => {
    for (const layer of Object.keys(LAYERS))
      expect(
        sources.some(({ path }) => layerOf(path) === layer),
        layer,
      ).to.equal(true)
    expect(sources.length).to.be.greaterThan(60)
  })

  it('import one way', () => {
    const wrong = sources.flatMap(({ path, text }) => {
      const layer = layerOf(path) ?? ''
      return importsOf(text)
        .map((specifier) => ({ specifier, to: target(path, specifier) }))
        .filter(({ to }) => to && to.layer !== layer && !LAYERS[layer]?.includes(to.layer) && !SHARED.includes(to.path))
        .map(({ specifier }) => `${path} imports ${specifier}`)
    })
    expect(wrong).to.deep.equal([])
  })

  it('keep input and output out of the domain', () => {
    const wrong = sources
      .filter(({ path }) => path.startsWith('runtime/src/domain/'))
      .flatMap(({ path, text }) =>
        importsOf(text)
          .filter(
            (specifier) =>
              !specifier.startsWith('.') && !['@kaidian/schemas', 'temporal-polyfill', 'rrule'].includes(specifier),
          )
          .map((specifier) => `${path} imports ${specifier}`),
      )
    expect(wrong).to.deep.equal([])
  })

  it('never evaluate text as code', () => {
    expect(sources.filter(({ text }) => /\beval\(|new Function\(/.test(text)).map(({ path }) => path)).to.deep.equal([])
  })
})
