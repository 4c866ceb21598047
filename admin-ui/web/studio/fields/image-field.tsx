import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useValue } from '../draft/draft-context.ts'
import { useWords } from '../words.ts'
import { FieldItem, inputId } from './field-item.tsx'
import { ILLUSTRATIONS } from './illustrations.ts'

const OWN = 'illustration:'

/** An image: one of the illustrations that come with the template, an address on the web, or none. */
export function ImageField({ pointer, label }: { readonly pointer: string; readonly label: ReactNode }) {
  const { t, language } = useWords()
  const [value, edit] = useValue(pointer)
  const image = typeof value === 'string' ? value : ''
  const kind = image === '' ? 'none' : image.startsWith(OWN) ? image : 'web'
  const known = ILLUSTRATIONS.some(({ name }) => OWN + name === kind)
  return (
    <FieldItem pointer={pointer} label={label} htmlFor={inputId(pointer)}>
      <div className="pair">
        <Select
          id={inputId(pointer)}
          value={kind}
          onChange={(next: string) => edit(next === 'none' ? undefined : next === 'web' ? 'https://' : next)}
          options={[
            { value: 'none', label: t('profile.noImage') },
            {
              label: t('profile.illustration'),
              options: [
                ...ILLUSTRATIONS.map(({ name, words }) => ({ value: OWN + name, label: words[language] })),
                ...(kind.startsWith(OWN) && !known ? [{ value: kind, label: kind.slice(OWN.length) }] : []),
              ],
            },
            { value: 'web', label: t('profile.web') },
          ]}
        />
        {kind === 'web' ? (
          <Input
            value={image}
            aria-label={t('profile.webHint')}
            placeholder="https://"
            onChange={({ target }) => edit(target.value === '' ? undefined : target.value)}
          />
        ) : null}
      </div>
    </FieldItem>
  )
}
