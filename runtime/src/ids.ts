import { createHash, randomBytes } from 'node:crypto'

/** Kinds of record, as the beginning of their ids. */
export type IdKind = 'cus' | 'hld' | 'ord' | 'clm' | 'aud' | 'wtl' | 'ent' | 'upl'

// No i, l, o, u: nothing to mistake when it is read out.
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

const spell = (bytes: Uint8Array, length: number): string =>
  Array.from(bytes.subarray(0, length), (byte) => LETTERS[byte % 32]).join('')

const BODY = 20

/** A new id that carries its kind: `hld_` and 20 characters (100 random bits). */
export const newId = (kind: IdKind): string => `${kind}_${spell(randomBytes(BODY), BODY)}`

/** The same parts give the same id in every process, so that work done again after a crash finds what it made before. */
export const derivedId = (kind: IdKind, ...parts: readonly string[]): string =>
  `${kind}_${spell(
    createHash('sha256')
      .update(JSON.stringify([kind, ...parts]))
      .digest(),
    BODY,
  )}`

/** `ord_x` for `hld_x`: a hold becomes at most one order. */
export const idOfKind = (kind: IdKind, id: string): string => `${kind}_${id.slice(id.indexOf('_') + 1)}`

/** A number for people: `Q7K2-9F3M`. Not secret, and not unique by itself. */
export function newOrderNumber(): string {
  const spelled = spell(randomBytes(8), 8).toUpperCase()
  return `${spelled.slice(0, 4)}-${spelled.slice(4)}`
}

/** What the QR code of a booking holds: 16 characters (80 random bits). */
export const newCheckInCode = (): string => spell(randomBytes(16), 16).toUpperCase()

/** A bearer token: 256 random bits. Only {@link digestOf} it is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** SHA-256 in base64url. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** The merchant's number of the `nth` attempt to pay an order, for WeChat Pay: at most 32 of `[0-9a-z-]`. */
export const outTradeNoOf = (order: string, nth: number): string => `${order.slice(4)}-p${nth}`

/** The merchant's number of a refund of an order. */
export const outRefundNoOf = (order: string, nth: number): string => `${order.slice(4)}-r${nth}`

/** The order an {@link outTradeNoOf} or {@link outRefundNoOf} belongs to. */
export const orderOfPaymentNumber = (number: string): string => `ord_${number.slice(0, BODY)}`
