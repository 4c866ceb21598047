import {
  Refusal,
  uploadField,
  uploadLimits,
  uploadsNamed,
  type Assignment,
  type FormField,
  type NamedUploads,
  type PublicForm,
  type ResolvedShop,
  type UploadLimits,
} from '../domain/index.ts'
import { newId } from '../ids.ts'
import type { Customer, Upload } from '../store/index.ts'
import { typeOfContent } from '../uploads/content-type.ts'
import { formOf, participantsOf, type Filled } from './answering.ts'
import type { ShopContext } from './context.ts'

const DAY_MS = 86_400_000
const BATCH = 200
/** Of one customer, in no order yet: more than any form asks for. */
const MOST_FRESH = 100

/** A field that something is uploaded for. */
export interface UploadTarget {
  readonly form: string
  /** Path of ids in the form: `photos`, in a group `pets.photo`. */
  readonly field: string
}

/**
 * Takes a file in, once its content is seen to be what the field asks for.
 * @param receive reads it, giving up with undefined once it is larger than so many bytes
 * Refuses INPUT_INVALID for a field that takes none, TOO_MANY_REQUESTS, UPLOAD_TOO_LARGE, UPLOAD_TYPE_INVALID.
 */
export async function takeUpload(
  ctx: ShopContext,
  customer: Customer,
  target: UploadTarget,
  receive: (most: number) => Promise<Uint8Array | undefined>,
): Promise<Upload> {
  const form = ctx.shop().forms.get(target.form)
  if (!form) throw new Refusal('INPUT_INVALID', { field: 'form' })
  const field = uploadField(form, target.field)
  const limits = field && uploadLimits(field)
  if (!limits) throw new Refusal('INPUT_INVALID', { field: 'field' })
  if ((await ctx.store.uploads.countFresh(customer.id)) >= MOST_FRESH) throw new Refusal('TOO_MANY_REQUESTS')
  const bytes = await receive(limits.maxBytes)
  if (!bytes) throw refusal('UPLOAD_TOO_LARGE', target, field, limits)
  const type = await typeOfContent(bytes)
  if (!type || !limits.accept.includes(type)) throw refusal('UPLOAD_TYPE_INVALID', target, field, limits)

  const { uploads } = ctx.store
  const made = { id: newId('upl'), customer: customer.id, ...target, type, bytes: bytes.length }
  const upload = await uploads.insert(made, ctx.clock.now())
  try {
    await ctx.uploads.put(upload.id, bytes)
  } catch (error) {
    // The sweep removes what may be there of it.
    await uploads.markGoing(upload, false)
    throw error
  }
  return upload
}

function refusal(
  code: 'UPLOAD_TOO_LARGE' | 'UPLOAD_TYPE_INVALID',
  { field }: UploadTarget,
  { label }: FormField,
  { accept, maxBytes }: UploadLimits,
): Refusal {
  return new Refusal(code, {
    field,
    values: { title: label, size: sizeOf(maxBytes), accept: { 'zh-CN': accept.join('、'), en: accept.join(', ') } },
  })
}

const sizeOf = (bytes: number): string =>
  bytes >= 1_048_576 ? `${Math.round(bytes / 104_857.6) / 10} MB` : `${Math.round(bytes / 102.4) / 10} KB`

/** A file with its record, for staff or for the customer whose it is. Refuses NOT_FOUND. */
export async function readUpload(
  ctx: ShopContext,
  id: string,
  customer: Customer | undefined,
): Promise<{ upload: Upload; bytes: Uint8Array }> {
  const upload = await ctx.store.uploads.find(id)
  if (!upload || (customer && upload.customer !== customer.id)) throw new Refusal('NOT_FOUND')
  const bytes = await ctx.uploads.get(upload.id)
  if (!bytes) throw new Refusal('NOT_FOUND')
  return { upload, bytes }
}

/**
 * Keeps what the answers of an order, or of a place in line, name. Refuses UPLOAD_UNKNOWN for uploads of somebody else, of
 * another field, or that are gone.
 * @param by id of the order or of the entry, which need not be stored yet
 */
export async function keepUploads(
  ctx: ShopContext,
  customer: Customer,
  shop: ResolvedShop,
  assignment: Assignment,
  { answers, participants }: Filled,
  by: string,
): Promise<void> {
  const form = formOf(shop, assignment.service)
  const each = participantsOf(shop, assignment)?.form
  await keepNamed(ctx, customer, by, [
    { form, answers, at: 'answers' },
    ...participants.flatMap((one, index) => (each ? [{ form: each, answers: one, at: `participants.${index}` }] : [])),
  ])
}

/** Answers to a form; `at` is their path in the request. */
export interface NamingAnswers {
  readonly form: PublicForm
  readonly answers: Readonly<Record<string, unknown>>
  readonly at: string
}

/** {@link keepUploads} for any answers. */
export async function keepNamed(
  ctx: ShopContext,
  customer: Customer,
  by: string,
  filled: readonly NamingAnswers[],
): Promise<void> {
  const named = filled.flatMap(({ form, answers, at }) =>
    uploadsNamed(form, answers).map((one) => ({ ...one, form: form.id, at: `${at}.${one.at}` })),
  )
  const ids = named.flatMap((one) => one.ids)
  if (ids.length === 0) return
  const { uploads } = ctx.store
  const own = await uploads.findSome(customer.id, ids)
  const wrong = named.find(({ form, path, ids: here }) =>
    here.some((id) => own.get(id)?.form !== form || own.get(id)?.field !== path),
  )
  if (wrong) throw unknown(wrong)
  if (!(await uploads.name(customer.id, ids, by, ctx.clock.now()))) throw unknown(named[0])
}

const unknown = (named: (NamedUploads & { readonly at: string }) | undefined): Refusal =>
  new Refusal('UPLOAD_UNKNOWN', named && { field: named.at, values: { title: named.field.label } })

/** What a customer has uploaded, for the export of their data. */
export async function uploadsOf(ctx: ShopContext, customer: string) {
  const found = await ctx.store.uploads.ofCustomer(customer)
  return found
    .filter(({ state }) => state !== 'going')
    .map(({ id, form, field, type, bytes, createdAt }) => ({
      id,
      form,
      field,
      type,
      bytes,
      createdAt: createdAt.toISOString(),
    }))
}

/** Removes everything a customer has uploaded. Begun again after a crash it ends the same. */
export async function eraseUploads(ctx: ShopContext, customer: string): Promise<void> {
  const { uploads } = ctx.store
  const all = await uploads.ofCustomer(customer)
  // All of them first: should the storage not answer, the sweep ends what is marked.
  for (const upload of all) await uploads.markGoing(upload, false)
  for (const upload of all) await discard(ctx, upload)
}

/** Removes what was uploaded a day ago and that nothing stored names, and keeps the rest for good. */
export async function sweepUploads(ctx: ShopContext): Promise<void> {
  const { uploads } = ctx.store
  for (const upload of await uploads.over(new Date(ctx.clock.now().getTime() - DAY_MS), BATCH)) {
    if (upload.state === 'going') await discard(ctx, upload)
    else if (await isNamed(ctx, upload)) await uploads.keep(upload.id)
    else if (await uploads.markGoing(upload, true)) await discard(ctx, upload)
  }
}

/** An order that was about to be made may never have come to be. */
async function isNamed(ctx: ShopContext, { namedBy }: Upload): Promise<boolean> {
  for (const id of namedBy) if (!id.startsWith('ord_') || (await ctx.store.orders.find(id))) return true
  return false
}

/** First the file: what is left after a crash is found by its record. */
async function discard(ctx: ShopContext, { id }: Upload): Promise<void> {
  await ctx.uploads.remove(id)
  await ctx.store.uploads.remove(id)
}
