import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { hashOfFiles, type OutputFile } from './files.ts'
import { home, REPOSITORY } from './home.ts'
import { readTree } from './pack.ts'
import { prune } from './prune.ts'

/** The workspaces an API carries along: they have no home on a registry. */
const CARRIED = ['schemas', 'runtime'] as const

interface PackageManifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
  readonly type: string
  readonly exports: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
}

const compiledPath = (source: string, ending: string): string =>
  source.replace(/^\.\/src\//, './dist/').replace(/\.ts$/, ending)

/** `./src/index.ts` → the compiled file and its types; a pattern serves both compiled modules (asked for as `.ts`) and other files. */
function compiledExports(exports: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(exports).flatMap(([name, source]) => {
      if (!source.endsWith('*'))
        return [[name, { types: compiledPath(source, '.d.ts'), default: compiledPath(source, '.js') }]]
      const target = compiledPath(source, '')
      return [
        [`${name}.ts`, { types: `${target}.d.ts`, default: `${target}.js` }],
        [name, target],
      ]
    }),
  )
}

/** @returns `package.json` of the compiled package: exports point at what was compiled, nothing is left to build. */
export function compiledManifest(text: string): string {
  const { name, version, description, license, type, exports, dependencies } = JSON.parse(text) as PackageManifest
  const carried = { name, version, description, license, type, exports: compiledExports(exports), dependencies }
  return `${JSON.stringify(carried, null, 2)}\n`
}

const COMPILER_OPTIONS = {
  target: 'es2023',
  lib: ['es2023'],
  module: 'nodenext',
  types: ['node'],
  typeRoots: [join(REPOSITORY, 'node_modules/@types')],
  strict: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
  declaration: true,
  skipLibCheck: true,
  newLine: 'lf',
}

async function compile(workspace: string, folder: string): Promise<void> {
  const source = join(REPOSITORY, workspace, 'src')
  const configuration = join(folder, `${workspace}.json`)
  const compilerOptions = { ...COMPILER_OPTIONS, rootDir: source, outDir: join(folder, workspace, 'dist') }
  await writeFile(configuration, JSON.stringify({ compilerOptions, include: [source] }))
  // Types are checked where the source is worked on; here only JavaScript and declarations are wanted.
  const compiler = join(REPOSITORY, 'node_modules/typescript/bin/tsc')
  await promisify(execFile)(process.execPath, [compiler, '-p', configuration, '--noCheck']).catch((error: unknown) => {
    const { stdout } = error as { stdout?: string }
    throw new Error(`the ${workspace} package could not be compiled:\n${stdout ?? String(error)}`)
  })
  await rm(configuration)
}

async function make(sources: ReadonlyMap<string, Buffer>, folder: string): Promise<void> {
  for (const workspace of CARRIED) {
    await mkdir(join(folder, workspace), { recursive: true })
    await compile(workspace, folder)
    const manifest = await readFile(join(REPOSITORY, workspace, 'package.json'), 'utf8')
    await writeFile(join(folder, workspace, 'package.json'), compiledManifest(manifest))
  }
  for (const [path, content] of sources) {
    const [workspace = '', kind, ...rest] = path.split('/')
    if (kind !== 'src' || path.endsWith('.ts')) continue
    const target = join(folder, workspace, 'dist', ...rest)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, content)
  }
}

async function sourcesOf(): Promise<Map<string, Buffer>> {
  const sources = new Map<string, Buffer>()
  for (const workspace of CARRIED) {
    sources.set(`${workspace}/package.json`, await readFile(join(REPOSITORY, workspace, 'package.json')))
    for (const [path, content] of await readTree(join(REPOSITORY, workspace, 'src')))
      sources.set(`${workspace}/src/${path}`, content)
  }
  sources.set('recipe', await readFile(new URL(import.meta.url)))
  return sources
}

/**
 * The runtime and the shop language as plain JavaScript with declarations, for an API that has no build step. Compiled once for
 * each content of their sources and kept under `<home>/package`.
 *
 * @param keptIn folder where compiled packages are kept.
 * @returns files below `api/packages/`, generated.
 * @throws Error with the compiler's words when it fails.
 */
export async function runtimePackage(keptIn = home()): Promise<OutputFile[]> {
  const sources = await sourcesOf()
  const shelf = join(keptIn, 'package')
  const hash = hashOfFiles([...sources].map(([path, content]) => ({ path, content })))
  const folder = join(shelf, hash)
  if (!(await stat(folder).catch(() => null))) {
    const draft = join(shelf, `.draft-${randomUUID()}`)
    await mkdir(draft, { recursive: true })
    try {
      await make(sources, draft)
      // Another process may have been first: its folder holds the same.
      await rename(draft, folder).catch(async (error: unknown) => {
        if (!(await stat(folder).catch(() => null))) throw error
      })
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
  }
  await prune(shelf, hash)
  const files: OutputFile[] = []
  for (const workspace of CARRIED) {
    // `dist` is what we want here, so each part is read by itself.
    files.push({
      path: `api/packages/${workspace}/package.json`,
      content: await readFile(join(folder, workspace, 'package.json')),
      ownership: 'generated',
    })
    for (const [path, content] of await readTree(join(folder, workspace, 'dist')))
      files.push({ path: `api/packages/${workspace}/dist/${path}`, content, ownership: 'generated' })
  }
  return files
}
