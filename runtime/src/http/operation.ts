import type { Request, Response } from 'express'
import type { RefusalCode, Words } from '../domain/index.ts'
import type { ShopContext } from '../flow/context.ts'
import type { Customer } from '../store/index.ts'
import type { Schema } from './schemas/build.ts'

/** Who may call: anyone; anyone, but a customer is known as such; a customer; staff; a customer, known as such, or staff. */
export type Access = 'open' | 'known' | 'customer' | 'console' | 'customerOrConsole'

/** Parts of the API, as the document groups them. */
export type Tag = 'shop' | 'account' | 'booking' | 'console' | 'wechat'

export interface Parameter {
  readonly name: string
  readonly schema: Schema
  readonly required?: true
  /** `deep`: an object, `name[key]=value`. */
  readonly style?: 'deep'
  readonly description?: string
}

/** What a handler is given: checked against the operation's schemas. */
export interface Call<Body = unknown, Query = unknown> {
  readonly ctx: ShopContext
  readonly body: Body
  readonly query: Query
  readonly params: Readonly<Record<string, string>>
  readonly customer: Customer | undefined
  /** Of the session, to be closed. */
  readonly token: string
  /** The client's key of this request, or one made for it. */
  readonly requestKey: string
  readonly req: Request
  readonly res: Response
  /** Fires when the client has gone or the process is stopping. */
  readonly gone: AbortSignal
}

export interface Reply {
  readonly status: number
  readonly body?: unknown
  /** Instead of a body: a file with its media type. */
  readonly file?: { readonly content: Uint8Array; readonly media: string }
}

/** Stands for the shape of a body that is a file. */
export const FILE = 'a file'

/** One call of the API: the document, the route, the check of its input and who may call it are all made from this. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** As OpenAPI writes it: `/orders/{id}`. */
  readonly path: string
  readonly id: string
  readonly tag: Tag
  readonly summary: Required<Words>
  readonly access: Access
  readonly query?: readonly Parameter[]
  /** Name of a schema. */
  readonly body?: string
  /** `required`: without a key it is refused. `optional`: repeatable where the client gives a key. */
  readonly repeatable?: 'required' | 'optional'
  /** Stricter limit than the general one. */
  readonly limit?: 'signIn' | 'password'
  /** Status to name of a schema, {@link FILE}, or null where there is no body. */
  readonly responses: Readonly<Record<number, string | null>>
  /** Refusals a client may want to tell apart, beside those every call may answer with. */
  readonly refusals?: readonly RefusalCode[]
  /** The body is taken as text, for its signature. */
  readonly raw?: true
  /** The body is a file; the handler reads it from the request. */
  readonly takesFile?: true
  handle(call: Call): Promise<Reply>
}

/** Gives the handler the types its schemas stand for. */
export const operation = <Body = undefined, Query = undefined>(
  definition: Omit<Operation, 'handle'> & { handle(call: Call<Body, Query>): Promise<Reply> },
): Operation => ({ ...definition, handle: (call) => definition.handle(call as Call<Body, Query>) })

export const summary = (zh: string, en: string): Required<Words> => ({ 'zh-CN': zh, en })

/** The customer of a call that only customers may make. */
export function signedIn({ customer }: Call): Customer {
  if (!customer) throw new Error('The operation is open to customers only, and there is none.')
  return customer
}
