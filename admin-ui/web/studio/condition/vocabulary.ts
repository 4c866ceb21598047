import type { FieldCondition } from '@kaidian/runtime/domain/booking.ts'
import { conditionWords, type Vocabulary } from '@kaidian/runtime/domain/condition-words.ts'
import type { Language } from '../../common/i18n.ts'
import { listOf, recordOf, stringOf, valueAt } from '../draft/document.ts'
import { bothOf } from '../draft/words.ts'

const wordsOf = (text: unknown, fallback: unknown) => {
  const { zh, en } = bothOf(text)
  const chinese = zh || en || stringOf(fallback)
  return en === '' ? { 'zh-CN': chinese } : { 'zh-CN': chinese, en }
}

const named = (list: unknown, property = 'title') =>
  listOf(list).map((entry) => {
    const record = recordOf(entry)
    return { id: stringOf(record['id']), title: wordsOf(record[property], record['id']), record }
  })

const titledIn = (list: unknown) => named(list).map(({ id, title }) => ({ id, title }))

/** What values are called in a description that need not be sound. */
export function vocabularyOf(document: unknown): Vocabulary {
  const titles = (pointer: string) => new Map(named(valueAt(document, pointer)).map(({ id, title }) => [id, title]))
  return {
    levels: titles('/levels'),
    memberships: titles('/memberships'),
    resources: new Map(named(valueAt(document, '/resources'), 'name').map(({ id, title }) => [id, { name: title }])),
    addOns: new Map(named(valueAt(document, '/addOns')).map(({ id, title }) => [id, { title }])),
    services: new Map(
      named(valueAt(document, '/services')).map(({ id, title, record }) => [
        id,
        {
          title,
          offerings: titledIn(record['offerings']),
          options: named(record['options']).map((option) => ({
            id: option.id,
            title: option.title,
            choices: titledIn(option.record['choices']),
          })),
          series: new Map(named(record['series']).map((series) => [series.id, { title: series.title }])),
        },
      ]),
    ),
    forms: new Map(
      named(valueAt(document, '/forms')).map(({ id, title, record }) => [
        id,
        {
          id,
          title,
          pages: [],
          fields: named(record['fields'], 'label').map((field) => ({
            id: field.id,
            kind: stringOf(field.record['kind']) as 'text',
            label: field.title,
            choices: titledIn(field.record['choices']),
          })),
        },
      ]),
    ),
  }
}

/** A condition as a sentence; null for what is no condition (its problem says so). */
export function sentenceOf(condition: unknown, vocabulary: Vocabulary, language: Language): string | null {
  try {
    const words = conditionWords(condition as FieldCondition, vocabulary)
    return words[language] ?? words['zh-CN']
  } catch {
    return null
  }
}
