import { quote } from '@kaidian/runtime/domain'
import { resolved } from '../example.ts'
import { cases, shopWithRules } from './cases.ts'
import { measured } from './measured.ts'

const shop = resolved(shopWithRules())

export const run = measured(
  cases(),
  ({ assignment, context }) => quote(shop, assignment, context),
  ({ total }) => total,
)
