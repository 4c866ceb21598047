import type { Problem } from '@kaidian/schemas'
import { ServerError, type Newer, type OpenedShop, type StudioServer } from '../server.ts'
import { withValue } from './document.ts'
import { History } from './history.ts'
import type { Judgement } from './judge.ts'
import { merge } from './merge.ts'

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'conflict' | 'gone'

export interface DraftState {
  readonly document: unknown
  readonly problems: readonly Problem[]
  readonly save: SaveState
  readonly savedAt: string
  readonly revision: number
  /** Set while another page's newer draft waits for a decision. */
  readonly newer: Newer | null
  readonly canUndo: boolean
  readonly canRedo: boolean
}

export interface DraftParts {
  readonly server: Pick<StudioServer, 'saveDraft'>
  readonly judge: (document: unknown) => Judgement
  /** A sound draft has reached the preview; `since` is when the edit was made (performance.now()). */
  readonly onShown: (since: number) => void
  /** A draft of this page was saved under `revision`. */
  readonly onSaved: (revision: number) => void
  readonly now: () => number
  /** Names this page to the others. */
  readonly editor: string
}

/** While somebody types, edits wait this long for the next one; one that stands alone is saved at once. */
const PAUSE = 40
const TYPING = 150
const RETRY = 3000

/** The draft of one shop in one page: edits at once, judges, saves in order, and never overwrites what another page saved. */
export class DraftStore {
  readonly key: string
  readonly #parts: DraftParts
  readonly #history = new History()
  readonly #listeners = new Set<() => void>()
  #state: DraftState
  #timer: ReturnType<typeof setTimeout> | null = null
  #running: Promise<void> | null = null
  #editedAt = 0
  #lastEdit = -TYPING
  #sent: unknown

  constructor(opened: OpenedShop, parts: DraftParts) {
    this.key = opened.key
    this.#parts = parts
    this.#sent = opened.description
    this.#state = {
      document: opened.description,
      problems: parts.judge(opened.description).problems,
      save: 'saved',
      savedAt: opened.updatedAt,
      revision: opened.revision,
      newer: null,
      canUndo: false,
      canRedo: false,
    }
  }

  readonly state = (): DraftState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #set(change: Partial<DraftState>): void {
    this.#state = {
      ...this.#state,
      ...change,
      canUndo: this.#history.canUndo,
      canRedo: this.#history.canRedo,
    }
    for (const listener of this.#listeners) listener()
  }

  /** Puts `value` at `pointer`; undefined takes it away. */
  readonly edit = (pointer: string, value: unknown): void => {
    this.replace(withValue(this.#state.document, pointer, value), pointer)
  }

  /** Replaces the whole document; quick replacements with the same `mark` are undone together. */
  readonly replace = (document: unknown, mark = ''): void => {
    if (document === this.#state.document) return
    this.#history.record(this.#state.document, mark, this.#parts.now())
    this.#changed(document)
  }

  readonly undo = (): void => this.#changed(this.#history.undo(this.#state.document))
  readonly redo = (): void => this.#changed(this.#history.redo(this.#state.document))

  #changed(document: unknown): void {
    if (document === this.#state.document) return
    const now = this.#parts.now()
    const isTyping = now - this.#lastEdit < TYPING
    this.#lastEdit = now
    if (this.#timer === null) this.#editedAt = now
    const isWaiting = this.#state.save === 'conflict' || this.#state.save === 'gone'
    this.#set({ document, ...(isWaiting ? {} : { save: 'unsaved' }) })
    this.#later(isTyping ? PAUSE : 0)
  }

  #later(pause: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.flush().catch(() => {})
    }, pause)
  }

  /** Judges and saves what is there now; resolves when it has been tried. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const since = this.#editedAt
    const { problems } = this.#parts.judge(this.#state.document)
    this.#set({ problems })
    while (this.#running) await this.#running
    if (this.#state.newer || this.#state.save === 'gone' || this.#state.document === this.#sent) return
    this.#running = this.#save(since)
    await this.#running
  }

  async #save(since: number): Promise<void> {
    const { document, revision } = this.#state
    this.#set({ save: 'saving' })
    try {
      const saved = await this.#parts.server.saveDraft(this.key, {
        revision,
        description: document,
        editor: this.#parts.editor,
      })
      this.#sent = document
      this.#set({
        revision: saved.revision,
        savedAt: saved.updatedAt,
        save: this.#state.document === document ? 'saved' : 'unsaved',
      })
      this.#parts.onSaved(saved.revision)
      if (saved.problems.length === 0) this.#parts.onShown(since)
    } catch (error) {
      this.#failed(error)
    } finally {
      this.#running = null
    }
  }

  #failed(error: unknown): void {
    if (error instanceof ServerError && error.newer) this.#meet(error.newer)
    else if (error instanceof ServerError && error.status === 404) this.#set({ save: 'gone' })
    else {
      this.#set({ save: 'offline' })
      this.#later(RETRY)
    }
  }

  /** Another page saved: take its draft if this page has nothing of its own. */
  adopt(newer: Newer): void {
    if (newer.revision <= this.#state.revision) return
    if (this.#running === null) this.#meet(newer)
  }

  /** Another page's draft and this one's: together when they changed different places, else the person decides. */
  #meet(newer: Newer): void {
    if (this.#state.document === this.#sent) {
      this.#take(newer)
      return
    }
    const merged = merge(this.#sent, this.#state.document, newer.description)
    if (!merged) {
      this.#set({ save: 'conflict', newer })
      return
    }
    this.#sent = newer.description
    this.#set({ document: merged.value, revision: newer.revision, save: 'unsaved', newer: null })
    this.#later(0)
  }

  #take(newer: Newer): void {
    this.#history.record(this.#state.document, '', this.#parts.now())
    this.#sent = newer.description
    this.#set({
      document: newer.description,
      problems: this.#parts.judge(newer.description).problems,
      revision: newer.revision,
      savedAt: newer.updatedAt,
      save: 'saved',
      newer: null,
    })
    this.#parts.onShown(this.#parts.now())
  }

  /** Ends a conflict: with the other page's draft (undo brings one's own back), or by saving one's own on top of it. */
  readonly settle = (whose: 'theirs' | 'mine'): void => {
    const { newer } = this.#state
    if (!newer) return
    if (whose === 'theirs') {
      this.#take(newer)
      return
    }
    this.#set({ revision: newer.revision, newer: null, save: 'unsaved' })
    this.#later(0)
  }

  /** True while this page holds something the server does not. */
  get isUnsaved(): boolean {
    return this.#state.document !== this.#sent
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    if (this.isUnsaved && !this.#state.newer) this.flush().catch(() => {})
  }
}
