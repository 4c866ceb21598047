import { dictionary } from '../common/i18n.ts'

const zh = { title: '店铺后台' }

const en: typeof zh = { title: 'Console' }

export const { start, translate, useWords } = dictionary(zh, en)
