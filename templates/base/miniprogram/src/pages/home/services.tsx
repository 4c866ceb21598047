import { Input, ScrollView, View } from '@tarojs/components'
import { useState } from 'react'
import { Action } from '@/components/action'
import { Icon } from '@/components/icon'
import { ServiceCard } from '@/components/service-card'
import { Empty } from '@/components/states'
import { Tap, tabList } from '@/components/tap'
import { useTranslation } from '@/i18n'
import type { PublicService, PublicShop, Words } from '@/kaidian/booking'

/** Fewer than these are seen at a glance: nobody searches among them. */
const MANY_SERVICES = 3

interface Section {
  readonly id: string
  readonly title: string
  readonly services: readonly PublicService[]
}

/** Services under their categories, in the shop's order; those without one come last. */
const sectionsOf = (shop: PublicShop, other: string, say: (words: Words) => string): readonly Section[] => {
  const known = shop.categories.map(({ id, title }) => ({
    id,
    title: say(title),
    services: shop.services.filter(({ category }) => category === id),
  }))
  const ids = shop.categories.map(({ id }) => id)
  const rest = shop.services.filter(({ category }) => category === null || !ids.includes(category))
  return [...known, { id: 'other', title: other, services: rest }].filter(({ services }) => services.length > 0)
}

/** Whatever language it was typed in. */
const mentions = ({ title, summary, description }: PublicService, wanted: string): boolean =>
  [title, summary, description].some((words) =>
    [words?.['zh-CN'], words?.en].some((text) => text?.toLowerCase().includes(wanted.toLowerCase())),
  )

/** What the shop offers, by category and by what is searched for. */
export const Services = ({ shop }: { readonly shop: PublicShop }) => {
  const { t, say } = useTranslation()
  const [wanted, setWanted] = useState('')
  const [category, setCategory] = useState<string | null>(null)
  const sections = sectionsOf(shop, shop.categories.length ? t.otherServices : t.services, say)
  if (sections.length === 0) return <Empty title={t.noServices} hint={t.noServicesHint} />

  const shown = sections
    .filter(({ id }) => category === null || id === category)
    .map((section) => ({
      ...section,
      services: section.services.filter((service) => mentions(service, wanted.trim())),
    }))
    .filter(({ services }) => services.length > 0)
  const tabs = [{ id: null, title: t.all }, ...sections]
  return (
    <>
      {shop.services.length >= MANY_SERVICES && (
        <View className="search">
          <Icon name="search" size={18} />
          <Input
            id="search"
            className="search-input grow"
            type="text"
            confirmType="search"
            maxlength={40}
            value={wanted}
            placeholder={t.search}
            placeholderClass="input-placeholder"
            onInput={(event) => setWanted(event.detail.value)}
          />
          {wanted !== '' && (
            <Tap id="search-clear" className="search-clear" label={t.clear} onTap={() => setWanted('')}>
              <Icon name="close" size={18} />
            </Tap>
          )}
        </View>
      )}
      {sections.length > 1 && (
        <ScrollView className="categories" scrollX enhanced showScrollbar={false}>
          <View className="categories-row" {...tabList}>
            {tabs.map(({ id, title }) => (
              <Tap
                key={id ?? 'all'}
                id={`category-${id ?? 'all'}`}
                role="tab"
                checked={category === id}
                className={`category ${category === id ? 'category-chosen' : ''}`}
                onTap={() => setCategory(id)}
              >
                {title}
              </Tap>
            ))}
          </View>
        </ScrollView>
      )}
      {shown.map((section) => (
        <View key={section.id} className="home-section">
          <View className="home-section-title">{section.title}</View>
          {section.services.map((service) => (
            <ServiceCard key={service.id} service={service} />
          ))}
        </View>
      ))}
      {shown.length === 0 && (
        <Empty title={t.nothingFound(wanted.trim())} hint={t.nothingFoundHint}>
          <Action
            id="search-all"
            kind="quiet"
            small
            onTap={() => {
              setWanted('')
              setCategory(null)
            }}
          >
            {t.showAll}
          </Action>
        </Empty>
      )}
    </>
  )
}
