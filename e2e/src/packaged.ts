import { readFile, readdir } from 'node:fs/promises'
import { join, posix } from 'node:path'

/** Files the package of a mini-program is uploaded without: those its project leaves out, and what describes the project itself. */
const LEFT_OUT = [/\.LICENSE\.txt$/, /^project\.config\.json$/]

export interface PackagedFile {
  readonly path: string
  readonly bytes: number
}

/** What WeChat is given of a build. */
export async function packagedIn(dist: string): Promise<readonly PackagedFile[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath, entry.name).slice(dist.length + 1))
  const packaged = paths.filter((path) => !LEFT_OUT.some((rule) => rule.test(path)))
  return Promise.all(packaged.map(async (path) => ({ path, bytes: (await readFile(join(dist, path))).length })))
}

const REFERENCES: Readonly<Record<string, RegExp>> = {
  '.js': /require\("([^"]+)"\)|["'/](assets\/[\w/.-]+)["']/g,
  '.wxml': /src="([^"]+)"/g,
  '.wxss': /@import "([^"]+)"/g,
}

interface Declared {
  readonly pages?: readonly string[]
  readonly usingComponents?: Readonly<Record<string, string>>
  readonly themeLocation?: string
  readonly sitemapLocation?: string
}

/** Files of a build that nothing in it leads to from `app.json`: pages, components, imports, pictures and settings. */
export async function unusedIn(dist: string): Promise<readonly string[]> {
  const all = new Map((await packagedIn(dist)).map(({ path }) => [path, false]))
  const reach = async (path: string): Promise<void> => {
    if (all.get(path) !== false) return
    all.set(path, true)
    const here = posix.dirname(path)
    const from = (target: string): string => posix.join(target.startsWith('/') ? '.' : here, target)
    const unit = async (name: string): Promise<void> => {
      for (const part of ['.js', '.json', '.wxml', '.wxss']) await reach(name + part)
    }
    const kind = posix.extname(path)
    if (!['.json', ...Object.keys(REFERENCES)].includes(kind)) return
    const text = await readFile(join(dist, path), 'utf8')
    if (kind === '.json') {
      const declared = JSON.parse(text) as Declared
      for (const page of declared.pages ?? []) await unit(page)
      for (const component of Object.values(declared.usingComponents ?? {})) await unit(from(component))
      for (const settings of [declared.themeLocation, declared.sitemapLocation]) if (settings) await reach(settings)
      for (const [picture] of text.matchAll(/assets\/[\w/.-]+\.\w+/g)) await reach(picture)
      return
    }
    for (const [, target, picture] of text.matchAll(REFERENCES[kind] ?? /$^/g)) {
      if (picture) await reach(picture)
      if (target) await reach(kind === '.js' && !target.endsWith('.js') ? `${from(target)}.js` : from(target))
    }
  }
  for (const file of ['app.json', 'app.js', 'app.wxss']) await reach(file)
  return [...all].flatMap(([path, reached]) => (reached ? [] : [path]))
}
