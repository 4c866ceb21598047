import { problem, type Rule } from './finding.ts'
import { formOf, services } from './places.ts'

export const refusalsPointToAField: Rule = function* (shop) {
  for (const { service, pointer } of services(shop)) {
    const lists = [
      { list: service.eligibility ?? [], at: `${pointer}/eligibility` },
      ...service.offerings.map(({ eligibility = [] }, index) => ({
        list: eligibility,
        at: `${pointer}/offerings/${index}/eligibility`,
      })),
    ]
    for (const { list, at } of lists)
      for (const [index, { field, each = false }] of list.entries()) {
        if (field === undefined) continue
        const forms = [formOf(shop, service.form), ...(each ? [formOf(shop, service.participants?.form)] : [])]
        if (!forms.some((form) => form?.fields.some(({ id }) => id === field)))
          yield problem(
            `${at}/${index}/field`,
            'UNKNOWN_FIELD',
            `登记表里没有「${field}」，标不出来。请改成已有的字段，或删掉。`,
            `The form has no field “${field}” to show it at. Name one that is there, or take it out.`,
          )
      }
  }
}
