import type { Clock, ResolvedShop } from '../domain/index.ts'
import type { EventType, Order, ShopStore } from '../store/index.ts'
import type { UploadStore } from '../uploads/upload-store.ts'
import type { WechatOpenApi, WechatPay } from '../wechat/index.ts'

/** Lines for whoever runs the shop. Fields never carry what a customer filled in. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}

/** Something that happened. */
export interface EventMessage {
  readonly id: string
  readonly type: EventType
  /** Id of the order, or of the entry on a waiting list. */
  readonly order: string
  readonly at: Date
}

/**
 * Tells somebody what happened. Called at least once for each event, in the order of an order's events; `id` tells a repetition.
 * The order is null for events of a waiting list.
 */
export interface EventSender {
  send(event: EventMessage, order: Order | null): Promise<void>
}

/** What every step of a booking works with. */
export interface ShopContext {
  /** The shop as it is described now. */
  shop(): ResolvedShop
  /** The shop as it was in a version that an order pins; as it is now where that is not known any more. */
  shopAt(version: string): Promise<ResolvedShop>
  readonly store: ShopStore
  /** Files that customers have uploaded; their records are in the store. */
  readonly uploads: UploadStore
  readonly wechat: WechatOpenApi
  readonly pay: WechatPay
  readonly clock: Clock
  /** True: no money moves. */
  readonly simulated: boolean
  /** Address of the app, without a slash at the end; its API is at `/api` below it. */
  publicUrl(): string
  /** Sends a sign-in code to a phone. */
  readonly sendCode?: (phone: string, code: string) => Promise<void>
  /** Whether this is the console's password; takes as long for any. */
  passwordIs(given: string): boolean
  readonly log: Log
  readonly events: EventSender
  /** Called after a step that left work to the jobs. */
  poke(): void
}
