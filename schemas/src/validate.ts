import type { Shop } from './generated/types.ts'
import type { Result } from './problem.ts'

/** Whether the input has the shape of a shop. */
export function validateShop(_input: unknown): Result<Shop> {
  throw new Error('not written yet')
}
/** The same for JSON text. */
export function parseShop(_text: string): Result<Shop> {
  throw new Error('not written yet')
}
