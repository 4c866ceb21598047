import { Router } from 'express'
import { examples } from './examples.ts'
import { judge } from './judge.ts'
import { freeKey, modesOf, wordsOf } from './keys.ts'
import type { PreviewBuild } from './preview-build.ts'
import { StudioRefusal } from './refusals.ts'
import type { Passes } from './passes.ts'
import type { Sandboxes } from './sandboxes.ts'
import type { Draft, Shelf } from './shelf.ts'

export interface ShopRoutesParts {
  readonly shelf: Shelf
  readonly sandboxes: Sandboxes
  /** Removes what a sandbox has kept. */
  readonly forget: (key: string) => Promise<void>
  readonly passes: Passes
  readonly build: PreviewBuild
}

type Fields = Readonly<Record<string, unknown>>

/** The body as an object; throws BODY_INVALID. */
export function fieldsOf(body: unknown): Fields {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new StudioRefusal('BODY_INVALID')
  return body as Fields
}

const isDescription = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the editor needs to open a shop. */
const opened = (draft: Draft) => ({
  key: draft.key,
  description: draft.description,
  revision: draft.revision,
  editor: draft.editor,
  updatedAt: draft.updatedAt,
  problems: judge(draft.description).problems,
})

/** `/studio/api/shops`: the list, making, drafts, and deleting. */
export function shopRoutes({ shelf, sandboxes, forget, passes, build }: ShopRoutesParts): Router {
  const router = Router()

  router.get('/examples', async (_req, res) => {
    const found = await examples()
    res.json({
      examples: found.map(({ id, description }) => ({ id, modes: modesOf(description), ...wordsOf(description) })),
    })
  })

  router.get('/shops', async (_req, res) => {
    const drafts = await shelf.shops()
    const shops = await Promise.all(
      drafts.map(async (draft) => ({
        key: draft.key,
        ...wordsOf(draft.description),
        problems: judge(draft.description).problems.length,
        versions: (await shelf.versions(draft.key)).length,
        updatedAt: draft.updatedAt,
      })),
    )
    res.json({ shops })
  })

  /** {example} | {copyOf} | {description} → 201 */
  router.post('/shops', async (req, res) => {
    const body = fieldsOf(req.body)
    const source = await sourceOf(body)
    for (;;) {
      const key = await freeKey(source['id'], async (wanted) => {
        const shops = await shelf.shops()
        return shops.some((shop) => shop.key === wanted)
      })
      const description = { ...source, id: key }
      if (await shelf.add(key, description, judge(description).shop !== null)) {
        res.status(201).json(opened(await shelf.shop(key)))
        return
      }
    }
  })

  async function sourceOf(body: Fields): Promise<Fields> {
    if (typeof body['example'] === 'string') {
      const example = (await examples()).find(({ id }) => id === body['example'])
      if (!example) throw new StudioRefusal('EXAMPLE_UNKNOWN')
      return { ...example.description }
    }
    const description =
      typeof body['copyOf'] === 'string' ? (await shelf.shop(body['copyOf'])).description : body['description']
    if (!isDescription(description)) throw new StudioRefusal('BODY_INVALID')
    return description
  }

  router.get('/shops/:key', async (req, res) => {
    res.json(opened(await shelf.shop(req.params.key)))
  })

  /** {revision, description, editor} → {revision, updatedAt, problems}; the draft is kept even when it has problems. */
  router.put('/shops/:key/draft', async (req, res) => {
    const { revision, description, editor } = fieldsOf(req.body)
    if (typeof revision !== 'number' || !Number.isSafeInteger(revision) || !isDescription(description))
      throw new StudioRefusal('BODY_INVALID')
    const { problems, shop } = judge(description)
    const saved = await shelf.save(req.params.key, {
      revision,
      description,
      isSound: shop !== null,
      editor: typeof editor === 'string' ? editor.slice(0, 60) : '',
    })
    if (shop) sandboxes.swap(req.params.key, shop)
    res.json({ revision: saved.revision, updatedAt: saved.updatedAt, problems })
  })

  router.delete('/shops/:key', async (req, res) => {
    await shelf.remove(req.params.key)
    await sandboxes.close(req.params.key)
    await forget(req.params.key)
    res.status(204).end()
  })

  /** A link into the back office of the sandbox, already signed in; works once. */
  router.post('/shops/:key/console-links', async (req, res) => {
    await sandboxes.of(req.params.key)
    const code = passes.issue(req.params.key)
    res.status(201).json({ url: `/preview/${req.params.key}/console-pass/${code}` })
  })

  router.get('/preview-build', (_req, res) => {
    const state = build.state
    res.json(state.state === 'ready' ? { state: 'ready' } : state)
  })

  router.post('/preview-build', (_req, res) => {
    if (build.state.state === 'failed') build.start()
    res.status(202).json({ state: build.state.state })
  })

  return router
}
