/**
 * Runs a built weapp bundle without WeChat: the logic layer in a `vm` context that has `wx`, `App`, `Page` and `Component` and no
 * `window` or `document`; the view layer is what `wcc` made of the WXML. Taps go to the elements that are really rendered, and
 * bubble to the handlers that are really bound.
 */
import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import vm from 'node:vm'
import { type Render, type ViewNode, compileWxml, readJson } from './compile.ts'
import { type Outside, createWx } from './wx.ts'

type Handler = (this: unknown, event: unknown) => void
type Config = Record<string, unknown> & { methods?: Record<string, unknown> }
interface PageInstance extends Record<string, unknown> {
  data: Record<string, unknown>
  route: string
}

export interface DriverOptions {
  /** `dist/weapp` of a built app */
  readonly dist: string
  /** `node_modules` in which Taro's weapp runner is installed */
  readonly nodeModules: string
  readonly outside: Outside
}

/** Sets `root.cn.[0].v` the way `setData` reads a path. */
function assign(target: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.replaceAll('[', '.').replaceAll(']', '').split('.').filter(Boolean)
  let at: Record<string, unknown> = target
  for (const [position, key] of keys.entries()) {
    if (position === keys.length - 1) at[key] = value
    else at = (at[key] ??= /^\d+$/.test(keys[position + 1] ?? '') ? [] : {}) as Record<string, unknown>
  }
}

/** An attribute of the rendered element; empty when it has none. */
function textOf({ attr }: ViewNode, name: string): string {
  const value = attr?.[name]
  return typeof value === 'string' ? value : ''
}

export class WeappDriver {
  /** Bytes of each `setData` call, by page. */
  readonly setDataSizes: { page: string; bytes: number }[] = []
  /** Names of the `wx` calls the app made, in order. */
  readonly calls: string[] = []
  /** Errors the app's code threw or logged. */
  readonly errors: string[] = []
  readonly #dist: string
  readonly #render: Render
  readonly #pages: PageInstance[] = []
  readonly #running = new Set<NodeJS.Timeout>()
  readonly #modules = new Map<string, { exports: unknown }>()
  readonly #tabs: ReadonlySet<string>
  readonly #context: vm.Context
  #app: Config = {}
  #config: Config | undefined
  #component: Config | undefined

  private constructor(options: DriverOptions, render: Render, tabs: readonly string[]) {
    this.#dist = options.dist
    this.#render = render
    this.#tabs = new Set(tabs)
    const wx = createWx(
      options.outside,
      {
        navigateTo: (url) => this.#open(url),
        redirectTo: (url) => {
          this.#close(1)
          return this.#open(url)
        },
        switchTab: (url) => this.#relaunch(url),
        reLaunch: (url) => this.#relaunch(url),
        navigateBack: async (delta) => {
          this.#close(Math.min(delta, this.#pages.length - 1))
          this.#call(this.page, 'onShow')
        },
      },
      (name) => this.calls.push(name),
    )
    const report = (...values: unknown[]) =>
      void this.errors.push(values.map((value) => (value instanceof Error ? value.stack : String(value))).join(' '))
    this.#context = vm.createContext({
      wx, ...this.#timers(),
      console: { ...console, log() {}, info() {}, debug() {}, warn() {}, error: report },
      App: (config: Config) => (this.#app = config),
      Page: (config: Config) => (this.#config = config),
      Component: (config: Config) => (this.#component = config),
      Behavior: (config: Config) => config,
      getApp: () => this.#app,
      getCurrentPages: () => [...this.#pages],
      requirePlugin: () => ({}),
    }) // prettier-ignore
  }

  /** Starts the app at its first page, or at `url`. */
  static async launch(options: DriverOptions, url?: string): Promise<WeappDriver> {
    const { render } = await compileWxml(options.dist, options.nodeModules)
    const app = await readJson<{ pages: string[]; tabBar?: { list: { pagePath: string }[] } }>(
      join(options.dist, 'app.json'),
    )
    const driver = new WeappDriver(options, render, app.tabBar?.list.map(({ pagePath }) => pagePath) ?? [])
    driver.#load('app.js')
    const first = url ?? app.pages[0] ?? ''
    for (const hook of ['onLaunch', 'onShow'])
      driver.#call(driver.#app, hook, { path: first, query: {}, scene: 1001, referrerInfo: {} })
    await driver.#open(first)
    return driver
  }

  /** Ends the app: its timers fire no more. */
  close(): void {
    for (const timer of this.#running) clearTimeout(timer)
  }

  #timers() {
    const keep = <T extends NodeJS.Timeout>(timer: T): T => {
      this.#running.add(timer)
      return timer
    }
    return {
      setTimeout: (run: () => void, ms?: number, ...inputs: []) => keep(setTimeout(run, ms, ...inputs)),
      setInterval: (run: () => void, ms?: number, ...inputs: []) => keep(setInterval(run, ms, ...inputs)),
      clearTimeout,
      clearInterval,
    }
  }

  get page(): PageInstance {
    const page = this.#pages.at(-1)
    if (!page) throw new Error('The app shows no page.')
    return page
  }

  /** Path of the page shown, such as `pages/home/index`. */
  get route(): string {
    return this.page.route
  }

  /** The tree the customer sees, with Taro's recursive component unfolded. */
  tree(): ViewNode {
    return this.#unfold(this.#render(`${this.route}.wxml`, this.page.data))
  }

  /** All text shown, line by line. */
  text(node: ViewNode | string = this.tree()): string {
    return typeof node === 'string' ? node : node.children.map((child) => this.text(child)).filter(Boolean).join('\n') // prettier-ignore
  }

  exists(id: string): boolean {
    return this.#trail(id) !== undefined
  }

  /** The first id in the tree that `matches`. */
  find(matches: (id: string) => boolean, node: ViewNode = this.tree()): string | undefined {
    const id = node.attr?.['id']
    if (typeof id === 'string' && matches(id)) return id
    for (const child of node.children) {
      const found = typeof child === 'string' ? undefined : this.find(matches, child)
      if (found !== undefined) return found
    }
    return undefined
  }

  /** Text within the element. @throws when it is not there. */
  textOf(id: string): string {
    return this.text(this.#need(id).at(-1))
  }

  /** A tap on the element with this id; it bubbles through what is bound. */
  tap(id: string): void {
    this.#dispatch(this.#need(id), 'tap', {}, true)
  }

  /** Types into an input or textarea. */
  input(id: string, value: string): void {
    const trail = this.#need(id)
    for (const type of ['focus', 'input', 'blur']) this.#dispatch(trail, type, { value, cursor: value.length }, false)
  }

  /** Waits until `ready` holds. @throws with what is shown after `timeout` ms. */
  async until(what: string, ready: () => boolean, timeout = 15_000): Promise<void> {
    const end = Date.now() + timeout
    while (!ready()) {
      if (Date.now() > end)
        throw new Error(`Not reached: ${what}. On ${this.route}:\n${this.text()}\n${this.errors.join('\n')}`)
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
  }

  /** Waits for the element, then taps it. */
  async press(id: string): Promise<void> {
    await this.until(`#${id}`, () => this.exists(id))
    this.tap(id)
  }

  /** Whether the element carries `name` among its classes, or something in it does. */
  shows(id: string, name: string): boolean {
    const within = (node: ViewNode | string): boolean =>
      typeof node !== 'string' && (textOf(node, 'class').split(' ').includes(name) || node.children.some(within))
    return within(this.#need(id).at(-1) ?? '')
  }

  #unfold(node: ViewNode): ViewNode {
    if (node.tag === 'wx-comp') {
      const { i, l } = node.attr as { i: unknown; l: unknown }
      return this.#unfold({ ...this.#render('comp.wxml', { i, l }), tag: 'wx-comp' })
    }
    return {
      ...node,
      children: node.children.map((child) => (typeof child === 'string' ? child : this.#unfold(child))),
    }
  }

  #trail(id: string, node: ViewNode = this.tree()): ViewNode[] | undefined {
    if (node.attr?.['id'] === id) return [node]
    for (const child of node.children) {
      const found = typeof child === 'string' ? undefined : this.#trail(id, child)
      if (found) return [node, ...found]
    }
    return undefined
  }

  #need(id: string): ViewNode[] {
    const trail = this.#trail(id)
    if (!trail) throw new Error(`No element #${id} on ${this.route}:\n${this.text()}`)
    return trail
  }

  #dispatch(trail: readonly ViewNode[], type: string, detail: object, bubbles: boolean): void {
    const describe = (node: ViewNode) => ({
      id: textOf(node, 'id'),
      dataset: { sid: node.attr?.['data-sid'] },
      offsetLeft: 0,
      offsetTop: 0,
    })
    const target = trail.at(-1)
    if (!target) return
    let handled = false
    for (const node of bubbles ? trail.toReversed() : [target]) {
      const attributes = node.attr ?? {}
      const caught = attributes[`catch${type}`] ?? attributes[`catch:${type}`]
      const bound = caught ?? attributes[`bind${type}`] ?? attributes[`bind:${type}`]
      if (typeof bound === 'string' && bound !== '') {
        handled = true
        const handler = (this.page[bound] ?? this.#component?.methods?.[bound]) as Handler
        handler.call(this.page, {
          type,
          timeStamp: Date.now(),
          detail,
          mark: {},
          target: describe(target),
          currentTarget: describe(node),
          touches: [],
          changedTouches: [],
        })
      }
      if (caught) break
    }
    if (!handled && type === 'tap') throw new Error(`Nothing is bound to a tap on #${String(target.attr?.['id'])}.`)
  }

  #call(instance: Record<string, unknown>, hook: string, ...inputs: unknown[]): void {
    const handler = instance[hook]
    if (typeof handler === 'function') (handler as (...values: unknown[]) => unknown).apply(instance, inputs)
  }

  async #open(url: string): Promise<void> {
    const [path = '', search = ''] = url.replace(/^\//, '').split('?')
    const previous = this.#pages.at(-1)
    if (previous) this.#call(previous, 'onHide')
    this.#config = undefined
    this.#modules.delete(`${path}.js`)
    this.#load(`${path}.js`)
    const config = this.#config as Config | undefined
    if (!config) throw new Error(`${path}.js registers no page.`)
    const page: PageInstance = {
      ...config,
      data: structuredClone(config['data'] ?? {}) as Record<string, unknown>,
      route: path,
    }
    const options = Object.fromEntries(
      [...new URLSearchParams(search)].map(([key, value]) => [key, encodeURIComponent(value)]),
    )
    Object.assign(page, {
      options,
      selectComponent: () => null,
      setData: (changes: Record<string, unknown>, done?: () => void) => {
        const json = JSON.stringify(changes)
        this.setDataSizes.push({ page: path, bytes: Buffer.byteLength(json) })
        for (const [key, value] of Object.entries(JSON.parse(json) as Record<string, unknown>))
          assign(page.data, key, value)
        if (done) setTimeout(done, 0)
      },
    })
    this.#pages.push(page)
    this.#call(page, 'onLoad', options)
    this.#call(page, 'onShow')
    this.#call(page, 'onReady')
  }

  #close(count: number): void {
    for (const page of this.#pages.splice(this.#pages.length - count, count).toReversed()) this.#call(page, 'onUnload')
  }

  async #relaunch(url: string): Promise<void> {
    const path = url.replace(/^\//, '').split('?')[0] ?? ''
    const kept = this.#tabs.has(path) ? this.#pages.find((page) => page.route === path) : undefined
    for (const page of this.#pages.splice(0)) if (page !== kept) this.#call(page, 'onUnload')
    if (!kept) return this.#open(url)
    this.#pages.push(kept)
    this.#call(kept, 'onShow')
  }

  #load(path: string): unknown {
    const known = this.#modules.get(path)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    this.#modules.set(path, module)
    const source = readFileSync(join(this.#dist, path), 'utf8')
    const wrapped = vm.runInContext(`(function (require, module, exports) {${source}\n})`, this.#context, {
      filename: path,
    }) as (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void
    const require = (name: string) => this.#load(posix.join(dirname(path), name.endsWith('.js') ? name : `${name}.js`))
    wrapped(require, module, module.exports)
    return module.exports
  }
}
