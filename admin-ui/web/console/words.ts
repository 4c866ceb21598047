import { dictionary } from '../common/i18n.ts'
import { en } from './words/en.ts'
import { zh } from './words/zh.ts'

export const { start, translate, useWords } = dictionary(zh, en)
