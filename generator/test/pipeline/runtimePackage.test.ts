import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { REPOSITORY } from '../../src/home.ts'
import { compiledManifest } from '../../src/runtimePackage.ts'
import { materials } from './materials.ts'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly dependencies: Record<string, string>
  readonly exports: Record<string, { default: string } | string>
}

const read = async <T>(path: string): Promise<T> => JSON.parse(await readFile(join(REPOSITORY, path), 'utf8')) as T

describe('the runtime that an API carries along', () => {
  it('is plain JavaScript with declarations: no import ends in .ts', async () => {
    const { carried } = await materials()
    const sources = carried.filter(({ path }) => path.startsWith('api/packages/') && path.endsWith('.js'))
    expect(sources.length).to.be.greaterThan(20)
    for (const { path, content } of sources)
      expect(String(content), path).not.to.match(/(?:from|import\()\s*['"]\.[^'"]*\.ts['"]/)
    const paths = new Set(carried.map(({ path }) => path))
    for (const { path } of sources) expect(paths.has(path.replace(/\.js$/, '.d.ts')), path).to.equal(true)
  })
  it('exports only what is there', async () => {
    const { carried } = await materials()
    const paths = new Set(carried.map(({ path }) => path))
    for (const name of ['runtime', 'schemas']) {
      const manifest = carried.find(({ path }) => path === `api/packages/${name}/package.json`)
      const { exports } = JSON.parse(String(manifest?.content)) as Manifest
      for (const target of Object.values(exports)) {
        const file = typeof target === 'string' ? target : target.default
        if (!file.includes('*')) expect(paths.has(`api/packages/${name}/${file.slice(2)}`), file).to.equal(true)
      }
    }
  })
  it('parses on the Node that runs it', async () => {
    const { carried } = await materials()
    const main = carried.find(({ path }) => path === 'api/packages/schemas/dist/index.js')
    const child = promisify(execFile)(process.execPath, ['--input-type=module', '--check'])
    child.child.stdin?.end(String(main?.content))
    await child
  })
  it('points patterns at what was compiled', () => {
    const source = { name: 'x', version: '1.0.0', type: 'module', exports: { './a/*': './src/a/*' }, dependencies: {} }
    const { exports } = JSON.parse(compiledManifest(JSON.stringify(source))) as Manifest
    expect(exports).to.deep.equal({
      './a/*.ts': { types: './dist/a/*.d.ts', default: './dist/a/*.js' },
      './a/*': './dist/a/*',
    })
  })
})

describe('the lock file of an API', () => {
  it('locks what the runtime and the shop language need now (npx tsx generator/scripts/lock.ts)', async () => {
    const lock = await read<{ packages: Record<string, Manifest> }>('templates/base/api/package-lock.json')
    for (const name of ['runtime', 'schemas']) {
      const { version, dependencies } = await read<Manifest>(`${name}/package.json`)
      const locked = lock.packages[`packages/${name}`]
      expect({ version: locked?.version, dependencies: locked?.dependencies }).to.deep.equal({ version, dependencies })
    }
  })
  it('works with every registry', async () => {
    const lock = await readFile(join(REPOSITORY, 'templates/base/api/package-lock.json'), 'utf8')
    expect(lock).not.to.match(/"resolved": "https?:/)
  })
  it('asks for the runtime of this repository', async () => {
    const { dependencies } = await read<Manifest>('templates/base/api/package.json')
    const { name, version } = await read<Manifest>('runtime/package.json')
    expect(dependencies).to.deep.equal({ [name]: version })
  })
})
