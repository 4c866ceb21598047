import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import vm from 'node:vm'

/** What `App`, `Page` and `Component` are given. */
export type Config = Record<string, unknown> & { methods?: Record<string, unknown> }

export interface LogicOptions {
  /** `dist/weapp` of a built app */
  readonly dist: string
  readonly wx: object
  /** What `getCurrentPages` answers. */
  readonly pages: () => readonly object[]
  /** Receives what the code logs as an error. */
  readonly complain: (text: string) => void
}

const toText = (value: unknown): string => (value instanceof Error ? (value.stack ?? value.message) : String(value))

/**
 * The logic layer: the bundle's modules in a context that has `wx`, `App`, `Page` and `Component`, and no `window` or `document`,
 * as the base library has none.
 */
export class LogicLayer {
  app: Config = {}
  /** The component of Taro that pages are made of. */
  component: Config | undefined
  #config: Config | undefined
  readonly #configs = new Map<string, Config>()
  readonly #dist: string
  readonly #context: vm.Context
  readonly #running = new Set<NodeJS.Timeout>()
  readonly #modules = new Map<string, { exports: unknown }>()

  constructor({ dist, wx, pages, complain }: LogicOptions) {
    this.#dist = dist
    this.#context = vm.createContext({
      wx,
      ...this.#timers(complain),
      console: {
        ...console,
        log() {},
        info() {},
        debug() {},
        warn() {},
        error: (...values: unknown[]) => complain(values.map(toText).join(' ')),
      },
      App: (config: Config) => (this.app = config),
      Page: (config: Config) => (this.#config = config),
      Component: (config: Config) => (this.component = config),
      Behavior: (config: Config) => config,
      getApp: () => this.app,
      getCurrentPages: () => [...pages()],
      requirePlugin: () => ({}),
    })
  }

  /** What the page's module registers; its module runs once, however often the page is opened. @throws when there is no such page. */
  page(path: string): Config {
    const known = this.#configs.get(path)
    if (known) return known
    this.#config = undefined
    this.load(`${path}.js`)
    const config = this.#config as Config | undefined
    if (!config) throw new Error(`${path}.js registers no page.`)
    this.#configs.set(path, config)
    return config
  }

  /** Loads a module of the bundle, once. */
  load(path: string): unknown {
    const known = this.#modules.get(path)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    this.#modules.set(path, module)
    const source = readFileSync(join(this.#dist, path), 'utf8')
    const wrapped = vm.runInContext(`(function (require, module, exports) {${source}\n})`, this.#context, {
      filename: path,
    }) as (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void
    const require = (name: string) => this.load(posix.join(dirname(path), name.endsWith('.js') ? name : `${name}.js`))
    wrapped(require, module, module.exports)
    return module.exports
  }

  /** Ends it: its timers fire no more. */
  close(): void {
    for (const timer of this.#running) clearTimeout(timer)
    this.#running.clear()
  }

  #timers(complain: (text: string) => void) {
    const guarded =
      (run: (...inputs: unknown[]) => void) =>
      (...inputs: unknown[]) => {
        try {
          run(...inputs)
        } catch (error) {
          complain(toText(error))
        }
      }
    const keep = (timer: NodeJS.Timeout): NodeJS.Timeout => {
      this.#running.add(timer)
      return timer
    }
    type Run = (...inputs: unknown[]) => void
    return {
      setTimeout: (run: Run, ms?: number, ...inputs: unknown[]) => keep(setTimeout(guarded(run), ms, ...inputs)),
      setInterval: (run: Run, ms?: number, ...inputs: unknown[]) => keep(setInterval(guarded(run), ms, ...inputs)),
      clearTimeout,
      clearInterval,
    }
  }
}
