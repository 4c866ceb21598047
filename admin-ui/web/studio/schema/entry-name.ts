import type { Language } from '../../common/i18n.ts'
import { recordOf, stringOf } from '../draft/document.ts'
import { bothOf, shownText } from '../draft/words.ts'

/** How an entry of a list is called: by the words it shows, or else by what it says first; '' where it says nothing. */
export function nameOfEntry(entry: unknown, language: Language): string {
  const both = bothOf(entry)
  if (both.zh !== '' || both.en !== '') return shownText(entry, language)
  const record = recordOf(entry)
  for (const property of ['title', 'name', 'label', 'message'])
    if (record[property] !== undefined) return shownText(record[property], language)
  const day = stringOf(record['day'])
  if (day !== '') return `${day} ${stringOf(record['time'])}`
  return stringOf(record['id']) || stringOf(record['template']) || stringOf(record['resource'])
}
