import { Select } from 'antd'
import { stringsOf } from '../draft/document.ts'
import { useValue } from '../draft/draft-context.ts'
import { FieldItem, inputId } from '../fields/field-item.tsx'
import { ImageField } from '../fields/image-field.tsx'
import { DecimalField } from '../fields/number-fields.tsx'
import { StringField, TextField } from '../fields/text-field.tsx'
import { useWords } from '../words.ts'
import { Section, TopicTitle } from './section.tsx'

const ZONES = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'Australia/Sydney',
]

/** Who the shop is: names, contact, place, languages. */
export function ProfileTopic() {
  const { t } = useWords()
  return (
    <>
      <TopicTitle title={t('editor.topics.profile')} intro={t('profile.intro')} />
      <Section title={t('profile.words')}>
        <TextField pointer="/profile/name" label={t('profile.name')} required testId="shop-name" />
        <TextField pointer="/profile/tagline" label={t('profile.tagline')} testId="shop-tagline" />
        <TextField
          pointer="/profile/description"
          label={t('profile.description')}
          lines={3}
          testId="shop-description"
        />
        <TextField
          pointer="/profile/notice"
          label={t('profile.notice')}
          hint={t('profile.noticeHint')}
          lines={2}
          testId="shop-notice"
        />
        <ImageField pointer="/profile/image" label={t('profile.image')} />
      </Section>
      <Section title={t('profile.contact')}>
        <StringField pointer="/profile/phone" label={t('profile.phone')} testId="shop-phone" />
        <TextField pointer="/profile/address" label={t('profile.address')} testId="shop-address" />
        <div className="pair" data-pointer="/profile/location">
          <DecimalField
            pointer="/profile/location/latitude"
            label={t('profile.latitude')}
            hint={t('profile.locationHint')}
            placeholder="31.2143"
          />
          <DecimalField pointer="/profile/location/longitude" label={t('profile.longitude')} placeholder="121.4431" />
        </div>
        <TextField
          pointer="/profile/operator"
          label={t('profile.operator')}
          hint={t('profile.operatorHint')}
          testId="shop-operator"
        />
      </Section>
      <Section title={t('profile.settings')}>
        <div className="pair">
          <LocalesField />
          <ZoneField />
        </div>
      </Section>
    </>
  )
}

function LocalesField() {
  const { t } = useWords()
  const [value, edit] = useValue('/locales')
  return (
    <FieldItem
      pointer="/locales"
      label={t('profile.locales')}
      hint={t('profile.localesHint')}
      required
      htmlFor={inputId('/locales')}
    >
      <Select
        id={inputId('/locales')}
        value={stringsOf(value).join(' ')}
        onChange={(next: string) => edit(next.split(' '))}
        options={[
          { value: 'zh-CN en', label: t('profile.chineseFirst') },
          { value: 'zh-CN', label: t('profile.chineseOnly') },
          { value: 'en zh-CN', label: t('profile.englishFirst') },
        ]}
      />
    </FieldItem>
  )
}

function ZoneField() {
  const { t } = useWords()
  const [value, edit] = useValue('/zone')
  const zone = typeof value === 'string' ? value : ''
  const zones = ZONES.includes(zone) || zone === '' ? ZONES : [zone, ...ZONES]
  return (
    <FieldItem pointer="/zone" label={t('profile.zone')} required htmlFor={inputId('/zone')}>
      <Select
        id={inputId('/zone')}
        showSearch
        value={zone}
        onChange={(next: string) => edit(next)}
        options={zones.map((name) => ({ value: name, label: name.replace('_', ' ') }))}
      />
    </FieldItem>
  )
}
