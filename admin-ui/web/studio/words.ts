import { dictionary, type Translated } from '../common/i18n.ts'
import * as brief from './words/brief.ts'
import * as common from './words/common.ts'
import * as editor from './words/editor.ts'
import * as fees from './words/fees.ts'
import * as form from './words/form.ts'
import * as generate from './words/generate.ts'
import * as hours from './words/hours.ts'
import * as policies from './words/policies.ts'
import * as preview from './words/preview.ts'
import * as profile from './words/profile.ts'
import * as services from './words/services.ts'
import * as shops from './words/shops.ts'
import * as staff from './words/staff.ts'
import * as versions from './words/versions.ts'

const parts = {
  brief,
  common,
  editor,
  fees,
  form,
  generate,
  hours,
  policies,
  preview,
  profile,
  services,
  shops,
  staff,
  versions,
}

type Parts = typeof parts
type Chinese = { readonly [K in keyof Parts]: Parts[K]['zh'] }

const inOne = (tongue: 'zh' | 'en') =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[tongue]])) as unknown as Chinese

export const { start, translate, useWords } = dictionary(inOne('zh'), inOne('en') as Translated<Chinese>)
export { currentLanguage } from '../common/i18n.ts'
