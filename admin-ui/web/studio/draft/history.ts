const MOST = 100
const TOGETHER = 1000

interface Step {
  readonly document: unknown
  readonly mark: string
  readonly at: number
}

/** Steps to go back and forth between; quick edits of one place count as one. */
export class History {
  #past: Step[] = []
  #future: Step[] = []

  /** Remembers the document before an edit at `mark` (a pointer). */
  record(document: unknown, mark: string, at: number): void {
    const last = this.#past.at(-1)
    this.#future = []
    if (last && mark !== '' && last.mark === mark && at - last.at < TOGETHER) {
      this.#past[this.#past.length - 1] = { ...last, at }
      return
    }
    this.#past.push({ document, mark, at })
    if (this.#past.length > MOST) this.#past.shift()
  }

  undo(document: unknown): unknown {
    const step = this.#past.pop()
    if (!step) return document
    this.#future.push({ document, mark: '', at: 0 })
    return step.document
  }

  redo(document: unknown): unknown {
    const step = this.#future.pop()
    if (!step) return document
    this.#past.push({ document, mark: '', at: 0 })
    return step.document
  }

  get canUndo(): boolean {
    return this.#past.length > 0
  }

  get canRedo(): boolean {
    return this.#future.length > 0
  }
}
