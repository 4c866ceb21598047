import Taro, { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { beginDraft, changeDraft, useDraft } from '@/booking/draft'
import type { Draft } from '@/booking/draft'
import { listPrice, plannedMinutes } from '@/booking/price'
import { Action } from '@/components/action'
import { Chip } from '@/components/chip'
import { Picture } from '@/components/picture'
import { Screen } from '@/components/screen'
import { Empty } from '@/components/states'
import { Stepper } from '@/components/stepper'
import { Tap } from '@/components/tap'
import { Terms } from '@/components/terms'
import { minutesTitle } from '@/format/date'
import { yuan } from '@/format/money'
import { useTranslation } from '@/i18n'
import { serviceIn, useShop } from '@/shop/store'
import type { PublicService, PublicShop } from '@/kaidian/booking'
import './index.css'

const MOST_ADD_ONS = 9

/** The draft with a choice made wherever one is needed, and nothing in it that the shop no longer offers. */
const settled = (service: PublicService, draft: Draft): Partial<Draft> => ({
  offering: service.offerings.some(({ id }) => id === draft.offering)
    ? draft.offering
    : (service.offerings[0]?.id ?? null),
  options: Object.fromEntries(
    service.options.flatMap(({ id, choices }) => {
      const choice = choices.find((each) => each.id === draft.options[id]) ?? choices[0]
      return choice ? [[id, choice.id]] : []
    }),
  ),
  addOns: Object.fromEntries(Object.entries(draft.addOns).filter(([id]) => service.addOns.includes(id))),
})

interface PartProps {
  readonly service: PublicService
  readonly draft: Draft
}

const Offerings = ({ service, draft }: PartProps) => {
  const { t, say, locale } = useTranslation()
  if (service.offerings.length === 0) return null
  return (
    <View className="card">
      <View className="card-title">{t.chooseOffering}</View>
      {service.offerings.map((offering) => (
        <Tap
          key={offering.id}
          id={`offering-${offering.id}`}
          role="radio"
          checked={draft.offering === offering.id}
          className={`offering ${draft.offering === offering.id ? 'offering-chosen' : ''}`}
          onTap={() => changeDraft({ offering: offering.id, resources: {}, start: null })}
        >
          <View className="offering-dot" />
          <View className="grow">
            <View className="offering-title">{say(offering.title)}</View>
            <View className="soft figure">{minutesTitle(offering.duration, locale)}</View>
          </View>
          <View className="offering-price figure">{yuan(offering.price)}</View>
        </Tap>
      ))}
    </View>
  )
}

const Options = ({ service, draft }: PartProps) => {
  const { say } = useTranslation()
  return (
    <>
      {service.options.map((option) => (
        <View key={option.id} className="card">
          <View className="card-title">{say(option.title)}</View>
          <View className="chips">
            {option.choices.map((choice) => (
              <Chip
                key={choice.id}
                id={`option-${option.id}-${choice.id}`}
                chosen={draft.options[option.id] === choice.id}
                onTap={() => changeDraft({ options: { ...draft.options, [option.id]: choice.id }, start: null })}
              >
                <View>
                  {say(choice.title)}
                  {choice.price !== 0 && <View className="chip-price figure">+{yuan(choice.price)}</View>}
                </View>
              </Chip>
            ))}
          </View>
        </View>
      ))}
    </>
  )
}

const AddOns = ({ service, draft, shop }: PartProps & { readonly shop: PublicShop }) => {
  const { t, say, locale } = useTranslation()
  const offered = shop.addOns.filter(({ id }) => service.addOns.includes(id))
  if (offered.length === 0) return null
  const change = (id: string, count: number) => {
    const { [id]: _, ...rest } = draft.addOns
    changeDraft({ addOns: count > 0 ? { ...rest, [id]: count } : rest, start: null })
  }
  return (
    <View className="card">
      <View className="card-title">{t.addOns}</View>
      {offered.map((addOn) => (
        <View key={addOn.id} className="add-on">
          <View className="grow">
            <View>{say(addOn.title)}</View>
            <View className="soft figure">
              {yuan(addOn.price)}
              {addOn.minutes > 0 && ` · ${minutesTitle(addOn.minutes, locale)}`}
            </View>
          </View>
          <Stepper
            id={`add-on-${addOn.id}`}
            count={draft.addOns[addOn.id] ?? 0}
            most={MOST_ADD_ONS}
            onChange={(count) => change(addOn.id, count)}
          />
        </View>
      ))}
    </View>
  )
}

const ServicePage = () => {
  const { t, say, locale } = useTranslation()
  const { id = '' } = useRouter().params
  const { shop } = useShop()
  const draft = useDraft()
  const service = shop ? serviceIn(shop, id) : undefined

  useEffect(() => {
    if (service) changeDraft(settled(service, beginDraft(service)))
  }, [service])

  const own = draft?.service === id ? draft : null
  return (
    <Screen
      id="service"
      title={service ? say(service.title) : t.services}
      skeleton={[200, 96, 180, 140]}
      footer={(of) =>
        service &&
        own && (
          <>
            <View className="footer-sum">
              <View id="service-amount" className="footer-amount figure">
                {yuan(listPrice(of, service, own))}
              </View>
              <View className="footer-note">
                {t.subtotal} · {minutesTitle(plannedMinutes(of, service, own), locale)}
              </View>
            </View>
            <Action id="next" onTap={() => Taro.navigateTo({ url: '/pages/time/index' })}>
              {t.chooseTime}
            </Action>
          </>
        )
      }
    >
      {(of) =>
        service && own ? (
          <>
            <Picture className="service-banner" source={service.image} fallback="service" />
            <View className="card service-head">
              <View className="service-title">{say(service.title)}</View>
              <View className="soft">{say(service.summary)}</View>
            </View>
            <Offerings service={service} draft={own} />
            <Options service={service} draft={own} />
            <AddOns service={service} draft={own} shop={of} />
            {service.description && (
              <View className="card">
                <View className="card-title">{t.included}</View>
                <View className="service-about">{say(service.description)}</View>
              </View>
            )}
            <Terms service={service} />
          </>
        ) : (
          !service && (
            <Empty title={t.serviceGone} hint={t.serviceGoneHint}>
              <Action kind="quiet" small onTap={() => Taro.switchTab({ url: '/pages/home/index' })}>
                {t.backHome}
              </Action>
            </Empty>
          )
        )
      }
    </Screen>
  )
}

export default ServicePage
