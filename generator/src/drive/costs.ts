import { type ViewNode, sizeOf } from './view.ts'

/** What one page cost, at its worst. */
export interface PageReport {
  /** `pages/home/index` */
  readonly page: string
  readonly nodes: number
  readonly depth: number
  /** Bytes of the largest `setData`. */
  readonly setDataBytes: number
  /** Requests from its opening until it was first looked at. */
  readonly requests: number
  /** Whether the app was opened at it. */
  readonly first: boolean
}

/** Keeps what pages cost while they are walked through. */
export class Costs {
  readonly #reports = new Map<string, PageReport>()
  #visit = { number: 0, requests: 0, counted: false }

  /** A page is opened or shown again, after so many requests of the app. */
  opened(requests: number): void {
    this.#visit = { number: this.#visit.number + 1, requests, counted: false }
  }

  setData(page: string, bytes: number): void {
    const known = this.of(page)
    this.#reports.set(page, { ...known, setDataBytes: Math.max(known.setDataBytes, bytes) })
  }

  /** Looks at the page that is shown, after so many requests of the app. */
  measure(page: string, tree: ViewNode, requests: number): void {
    const known = this.of(page)
    const { nodes, depth } = sizeOf(tree)
    const asked = this.#visit.counted ? 0 : requests - this.#visit.requests
    this.#visit.counted = true
    this.#reports.set(page, {
      ...known,
      nodes: Math.max(known.nodes, nodes),
      depth: Math.max(known.depth, depth),
      requests: Math.max(known.requests, asked),
      first: known.first || this.#visit.number === 1,
    })
  }

  of(page: string): PageReport {
    return this.#reports.get(page) ?? { page, nodes: 0, depth: 0, setDataBytes: 0, requests: 0, first: false }
  }

  all(): PageReport[] {
    return [...this.#reports.values()].filter(({ nodes }) => nodes > 0)
  }
}

/** The reports of several runs as one: each page at its worst in any of them. */
export function worst(reports: readonly PageReport[]): PageReport[] {
  const merged = new Map<string, PageReport>()
  for (const report of reports) {
    const known = merged.get(report.page) ?? report
    merged.set(report.page, {
      page: report.page,
      nodes: Math.max(known.nodes, report.nodes),
      depth: Math.max(known.depth, report.depth),
      setDataBytes: Math.max(known.setDataBytes, report.setDataBytes),
      requests: Math.max(known.requests, report.requests),
      first: known.first || report.first,
    })
  }
  return [...merged.values()]
}
