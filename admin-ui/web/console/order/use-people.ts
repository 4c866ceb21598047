import type { ConsoleOrder } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { peopleOf, type Person } from './people.ts'

/** Everybody an order is for, and how they are called on this page. */
export function usePeople(order: ConsoleOrder): {
  readonly people: readonly Person[]
  readonly called: (person: Person) => string
} {
  const { t } = useWords()
  const { shop, say } = useShop()
  const service = shop.services.find(({ id }) => id === order.selection.service)
  const fields = shop.forms.find(({ id }) => id === service?.participants?.form)?.fields ?? []
  const people = peopleOf(order, service, fields)
  const isMixed = new Set(people.map(({ offering }) => offering)).size > 1
  const titleOf = (id: string): string => {
    const offering = service?.offerings.find((one) => one.id === id)
    return offering ? say(offering.title) : id
  }
  const isCustomer = ({ index }: Person): boolean => index === 0 && service?.participants?.who !== 'everyone'
  return {
    people,
    called: (person) => {
      const nth = t('people.nth', { count: person.index + 1 })
      const who = person.name ?? (isCustomer(person) ? (order.customer.name ?? t('people.customer')) : null)
      return [nth, who ?? '', isMixed ? titleOf(person.offering) : ''].filter((part) => part !== '').join(' · ')
    },
  }
}
