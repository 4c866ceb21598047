import { addressOf } from './address.ts'
import type { Costs } from './costs.ts'
import type { Config, LogicLayer } from './logic.ts'
import { type ViewNode, assign } from './view.ts'

export type Handler = (this: unknown, event: unknown) => unknown

export interface PageInstance extends Record<string, unknown> {
  data: Record<string, unknown>
  route: string
}

/** Calls a hook of a page or of the app, where it has it. */
export function call(instance: Record<string, unknown>, hook: string, ...inputs: unknown[]): unknown {
  const handler = instance[hook]
  return typeof handler === 'function' ? (handler as Handler).apply(instance, inputs as [unknown]) : undefined
}

interface PageStackOptions {
  readonly logic: LogicLayer
  readonly tabs: ReadonlySet<string>
  readonly costs: Costs
  /** What the page on top shows. */
  readonly tree: () => ViewNode
  /** How many requests were made so far. */
  readonly requests: () => number
  /** Called when something was drawn, or a page came. */
  readonly stirred: () => void
}

/** The pages that are open, as the base library keeps them; each is measured when it is left. */
export class PageStack {
  readonly #pages: PageInstance[] = []
  readonly #options: PageStackOptions

  constructor(options: PageStackOptions) {
    this.#options = options
  }

  /** In the order they were opened: the last one is shown. */
  get pages(): readonly PageInstance[] {
    return this.#pages
  }

  get top(): PageInstance {
    const page = this.#pages.at(-1)
    if (!page) throw new Error('The app shows no page.')
    return page
  }

  open(url: string): void {
    const { logic, costs, stirred } = this.#options
    const { path, query } = addressOf(url)
    const previous = this.#pages.at(-1)
    if (previous) {
      this.measure()
      void call(previous, 'onHide')
    }
    costs.opened(this.#options.requests())
    const config: Config = logic.page(path)
    const page: PageInstance = {
      ...config,
      data: structuredClone(config['data'] ?? {}) as Record<string, unknown>,
      route: path,
    }
    Object.assign(page, {
      options: query,
      selectComponent: () => null,
      setData: (changes: Record<string, unknown>, done?: () => void) => {
        const json = JSON.stringify(changes)
        stirred()
        costs.setData(path, Buffer.byteLength(json))
        for (const [key, value] of Object.entries(JSON.parse(json) as Record<string, unknown>))
          assign(page.data, key, value)
        if (done) setTimeout(done, 0)
      },
    })
    this.#pages.push(page)
    stirred()
    void call(page, 'onLoad', query)
    void call(page, 'onShow')
    void call(page, 'onReady')
  }

  replace(url: string): void {
    this.#unload(1)
    this.open(url)
  }

  back(delta: number): unknown {
    this.#unload(Math.min(delta, this.#pages.length - 1))
    return call(this.top, 'onShow')
  }

  /** As a link in the app does. */
  follow(url: string): void {
    if (this.#options.tabs.has(addressOf(url).path)) this.relaunch(url)
    else this.open(url)
  }

  /** Closes all pages but the one asked for; a tab that is open is shown again as it is. */
  relaunch(url: string): void {
    this.measure()
    const { path } = addressOf(url)
    const kept = this.#options.tabs.has(path) ? this.#pages.find((page) => page.route === path) : undefined
    for (const page of this.#pages.splice(0)) if (page !== kept) void call(page, 'onUnload')
    if (!kept) return this.open(url)
    this.#options.costs.opened(this.#options.requests())
    this.#pages.push(kept)
    void call(kept, 'onShow')
  }

  /** Notes what the page on top costs as it stands. */
  measure(): void {
    if (this.#pages.length > 0)
      this.#options.costs.measure(this.top.route, this.#options.tree(), this.#options.requests())
  }

  #unload(count: number): void {
    if (count > 0) this.measure()
    for (const page of this.#pages.splice(this.#pages.length - count, count).toReversed()) void call(page, 'onUnload')
  }
}
