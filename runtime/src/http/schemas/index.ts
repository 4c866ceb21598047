import { accountSchemas } from './account.ts'
import { bookingSchemas } from './booking.ts'
import type { Schema } from './build.ts'
import { shopSchemas } from './shop.ts'
import { uploadSchemas } from './uploads.ts'

/** Every named shape of the API. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
  ...shopSchemas,
  ...bookingSchemas,
  ...accountSchemas,
  ...uploadSchemas,
}
