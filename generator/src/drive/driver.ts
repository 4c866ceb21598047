import { join } from 'node:path'
import { addressOf } from './address.ts'
import { type Render, compileWxml, readJson } from './compile.ts'
import { Costs, type PageReport } from './costs.ts'
import { dispatch } from './events.ts'
import { LogicLayer } from './logic.ts'
import { type Handler, type PageInstance, PageStack, call } from './pageStack.ts'
import { type Phone, type Platform, PHONE } from './platform.ts'
import { type ViewNode, attributeOf, elementsOf, hasClass, idOf, textIn, trailTo } from './view.ts'
import { type Network, createNetwork } from './wx/network.ts'
import { createWx } from './wx/index.ts'
import type { Storage } from './wx/storage.ts'

export interface DriverOptions {
  /** `dist/weapp` of a built app */
  readonly dist: string
  /** `node_modules` in which Taro's weapp runner is installed */
  readonly nodeModules: string
  readonly platform: Platform
  /** Where the API is that the build asks at `built`; left out, the build asks where it was told to. */
  readonly api?: { readonly built: string; readonly real: string; readonly now?: () => Date }
  readonly phone?: Partial<Phone>
  /** What a former launch kept, {@link Driver.storage}. */
  readonly storage?: Storage
  /** Page and query the app is opened at, `pages/service/index?id=cut`; its first page when left out. */
  readonly url?: string
}

/** Attributes of a button that the platform answers itself, and the event it answers with. */
const OPEN_TYPES: Readonly<Record<string, string>> = {
  agreePrivacyAuthorization: 'agreeprivacyauthorization',
  getPhoneNumber: 'getphonenumber',
}

const FILLED = new Set(['wx-input', 'wx-textarea', 'wx-picker'])

/** Nothing asked for, drawn or touched for so long is settled. */
const QUIET_MS = 40

/** A page takes so long to come; taps meanwhile still land on the one that is left. */
const TURN_MS = 20

/**
 * Runs a built weapp bundle without WeChat: the logic layer in a context of its own; the view layer is what `wcc` made of the WXML.
 * Taps go to the elements that are really rendered, and bubble to the handlers that are really bound.
 */
export class Driver {
  /** Each call of an asynchronous API, in order. */
  readonly calls: { readonly name: string; readonly options: Readonly<Record<string, unknown>> }[] = []
  /** Errors the app's code threw or logged, and APIs it called that are not there. */
  readonly errors: string[] = []
  /** What the app keeps; given to the next launch, the app was killed and is opened again. */
  readonly storage: Storage
  readonly network: Network
  /** Paths of all pages, the first one first. */
  readonly pages: readonly string[]
  readonly #render: Render
  readonly #logic: LogicLayer
  readonly #platform: Platform
  readonly #stack: PageStack
  readonly #costs = new Costs()
  #stirred = Date.now()

  private constructor(options: DriverOptions, render: Render, pages: readonly string[], tabs: readonly string[]) {
    const { dist, platform, api = { built: '', real: '' } } = options
    this.#render = render
    this.pages = pages
    this.#platform = platform
    this.storage = options.storage ?? new Map<string, string>()
    this.network = createNetwork(api)
    const complain = (text: string): void => void this.errors.push(text)
    const turned =
      <Given>(turn: (given: Given) => unknown) =>
      async (given: Given): Promise<void> => {
        this.#stirred = Date.now()
        await new Promise((resolve) => setTimeout(resolve, TURN_MS))
        await turn(given)
      }
    const wx = createWx({
      platform,
      phone: { ...PHONE, ...options.phone },
      network: this.network,
      storage: this.storage,
      navigation: {
        navigateTo: turned((url: string) => this.#stack.open(url)),
        redirectTo: turned((url: string) => this.#stack.replace(url)),
        switchTab: turned((url: string) => this.#stack.relaunch(url)),
        reLaunch: turned((url: string) => this.#stack.relaunch(url)),
        navigateBack: turned((delta: number) => this.#stack.back(delta)),
      },
      exists: (selector) => selector.startsWith('#') && this.exists(selector.slice(1)),
      log: (name, given) => void this.calls.push({ name, options: given }),
      complain,
    })
    this.#logic = new LogicLayer({ dist, wx, pages: () => this.#stack.pages, complain })
    this.#stack = new PageStack({
      logic: this.#logic,
      tabs: new Set(tabs),
      costs: this.#costs,
      tree: () => this.tree(),
      requests: () => this.network.requests.length,
      stirred: () => {
        this.#stirred = Date.now()
      },
    })
  }

  /** Starts the app. @throws when the bundle does not load, or `wcc` refuses a file. */
  static async launch(options: DriverOptions): Promise<Driver> {
    const { render } = await compileWxml(options.dist, options.nodeModules)
    const app = await readJson<{ pages: string[]; tabBar?: { list: { pagePath: string }[] } }>(
      join(options.dist, 'app.json'),
    )
    const tabs = app.tabBar?.list.map(({ pagePath }) => pagePath) ?? []
    const driver = new Driver(options, render, app.pages, tabs)
    driver.#logic.load('app.js')
    const first = options.url ?? app.pages[0] ?? ''
    const { path, query } = addressOf(first)
    for (const hook of ['onLaunch', 'onShow'])
      void call(driver.#logic.app, hook, { path, query, scene: 1001, referrerInfo: {} })
    if (driver.pages.includes(path)) driver.#stack.open(first)
    else await call(driver.#logic.app, 'onPageNotFound', { path, query, isEntryPage: true })
    return driver
  }

  /** Ends the app as the phone does when it needs the memory: nothing is told to it, and its timers fire no more. */
  kill(): void {
    this.#logic.close()
  }

  get page(): PageInstance {
    return this.#stack.top
  }

  /** Path of the page shown, such as `pages/home/index`. */
  get route(): string {
    return this.page.route
  }

  /** The tree the customer sees, with Taro's recursive component unfolded. */
  tree(): ViewNode {
    return this.#unfold(this.#render(`${this.route}.wxml`, this.page.data))
  }

  /** All text shown, a line for each piece. */
  text(): string {
    return textIn(this.tree())
  }

  exists(id: string): boolean {
    return this.#trail(id) !== undefined
  }

  /** The first id in the tree that `matches`. */
  find(matches: (id: string) => boolean): string | undefined {
    for (const node of elementsOf(this.tree())) if (idOf(node) !== '' && matches(idOf(node))) return idOf(node)
    return undefined
  }

  /** Text within the element. @throws when it is not there. */
  textOf(id: string): string {
    return textIn(this.#element(id))
  }

  /** Whether the element has `name` among its classes, or something in it does. */
  shows(id: string, name: string): boolean {
    return hasClass(this.#element(id), name)
  }

  /** A tap on the element with this id; it bubbles through what is bound. @throws when nothing is. */
  tap(id: string): void {
    const trail = this.#need(id)
    const openType = attributeOf(trail.at(-1) ?? { tag: '', children: [] }, 'openType')
    const event = OPEN_TYPES[openType]
    if (event === 'getphonenumber')
      return void this.#platform.phoneCode().then((code) => this.#dispatch(trail, event, { code }, false))
    if (!this.#dispatch(trail, event ?? 'tap', {}, event === undefined))
      throw new Error(`Nothing is bound to a tap on #${id}.`)
  }

  /** Types into an input or textarea, or picks in a picker: the element itself, or the first within it. */
  input(id: string, value: string): void {
    const trail = this.#need(id)
    const inner = trailTo(this.#element(id), ({ tag }) => FILLED.has(tag))
    const whole = [...trail.slice(0, -1), ...(inner ?? trail.slice(-1))]
    if (whole.at(-1)?.tag === 'wx-picker') return void this.#dispatch(whole, 'change', { value }, false)
    for (const type of ['focus', 'input', 'blur']) this.#dispatch(whole, type, { value, cursor: value.length }, false)
  }

  /** The customer pulls the page down. */
  pullDown(): Promise<unknown> {
    return Promise.resolve(call(this.page, 'onPullDownRefresh'))
  }

  /** The card that sharing this page gives. */
  share(): unknown {
    return call(this.page, 'onShareAppMessage', { from: 'button' })
  }

  /** The arrow at the top of the page. */
  async back(): Promise<void> {
    await this.#stack.back(1)
  }

  /** Opens a page as a link in the app does. */
  open(url: string): Promise<void> {
    this.#stack.follow(url)
    return Promise.resolve()
  }

  /** Waits until `ready` holds. @throws with what is shown after `timeout` ms. */
  async until(what: string, ready: () => boolean, timeout = 30_000): Promise<void> {
    const end = Date.now() + timeout
    while (!ready()) {
      if (Date.now() > end)
        throw new Error(`Not reached: ${what}. On ${this.route}:\n${this.text()}\n${this.errors.join('\n')}`)
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
  }

  /** Waits until nothing is asked for and nothing drawn. */
  settled(): Promise<void> {
    return this.until('a quiet page', () => this.network.pending === 0 && Date.now() - this.#stirred > QUIET_MS)
  }

  /** Waits for the element and for a page that is settled, then taps it. */
  async press(id: string): Promise<void> {
    await this.until(`#${id}`, () => this.exists(id))
    await this.settled()
    this.tap(id)
  }

  /** Waits until the page is settled, and notes what it costs. */
  async inspect(): Promise<PageReport> {
    await this.settled()
    this.#stack.measure()
    return this.#costs.of(this.route)
  }

  /** What each page cost so far, at its worst; pages are measured when they are left, and at {@link inspect}. */
  reports(): PageReport[] {
    return this.#costs.all()
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

  #trail(id: string): ViewNode[] | undefined {
    return this.#stack.pages.length === 0 ? undefined : trailTo(this.tree(), (node) => idOf(node) === id)
  }

  #need(id: string): ViewNode[] {
    const trail = this.#trail(id)
    if (!trail) throw new Error(`No element #${id} on ${this.route}:\n${this.text()}`)
    return trail
  }

  #element(id: string): ViewNode {
    return this.#need(id).at(-1) as ViewNode
  }

  /** @returns whether a handler was bound. */
  #dispatch(trail: readonly ViewNode[], type: string, detail: object, bubbles: boolean): boolean {
    this.#stirred = Date.now()
    const handlerOf = (name: string) => this.page[name] ?? this.#logic.component?.methods?.[name]
    return dispatch(trail, { type, detail }, bubbles, (name, event) =>
      (handlerOf(name) as Handler).call(this.page, event),
    )
  }
}
