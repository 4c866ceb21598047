export type BuildState =
  | { readonly state: 'preparing'; readonly lines: readonly string[] }
  | { readonly state: 'ready'; readonly folder: string }
  | { readonly state: 'failed'; readonly message: string; readonly lines: readonly string[] }

/** Builds the mini-program's web edition; tells its progress line by line. */
export type BuildPreview = (onLine: (line: string) => void) => Promise<string>

// oxlint-disable-next-line no-control-regex
const COLOURS = /\u001B\[[0-9;]*m/g

/** The one build that serves the previews of all shops: started once, asked often, started again after a failure. */
export class PreviewBuild {
  readonly #build: BuildPreview
  readonly #onLine: (line: string) => void
  #lines: string[] = []
  #state: BuildState = { state: 'preparing', lines: [] }
  #running: Promise<void> | null = null

  constructor(build: BuildPreview, onLine: (line: string) => void) {
    this.#build = build
    this.#onLine = onLine
  }

  /** Returns at once; the build goes on by itself. */
  start(): void {
    if (this.#running) return
    this.#lines = []
    this.#state = { state: 'preparing', lines: this.#lines }
    this.#running = this.#build((written) => {
      const line = written.replaceAll(COLOURS, '').trim()
      if (line === '' || line.startsWith('npm warn')) return
      this.#lines.push(line)
      if (this.#lines.length > 200) this.#lines.shift()
      this.#onLine(line)
    }).then(
      (folder) => {
        this.#state = { state: 'ready', folder }
      },
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error)
        this.#state = { state: 'failed', message, lines: this.#lines }
        this.#running = null
        this.#onLine(`The preview could not be built: ${message}`)
      },
    )
  }

  get state(): BuildState {
    return this.#state
  }

  /** Resolves when no build runs. */
  async settled(): Promise<void> {
    await this.#running
  }
}
