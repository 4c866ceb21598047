import { dictionary } from '../common/i18n.ts'

const zh = { title: '开店' }

const en: typeof zh = { title: 'Kaidian' }

export const { start, translate, useWords } = dictionary(zh, en)
