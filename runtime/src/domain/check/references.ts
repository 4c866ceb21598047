import type { Problem, Shop } from '@kaidian/schemas'
import { problem, quoted, type Rule } from './finding.ts'
import { fields, services } from './places.ts'

const LISTS = {
  categories: ['分类', 'category'],
  levels: ['级别', 'level'],
  memberships: ['会员等级', 'membership'],
  entitlements: ['权益', 'entitlement'],
  resources: ['资源', 'resource'],
  addOns: ['加项', 'add-on'],
  services: ['服务', 'service'],
  forms: ['登记表', 'form'],
  offerings: ['价目', 'offering'],
  quotas: ['名额', 'quota'],
  pages: ['页', 'page'],
} as const

type ListName = keyof typeof LISTS
type Named = readonly { readonly id: string }[]

/** A name of something that ought to be in a list. */
interface Reference {
  readonly pointer: string
  readonly id: string
  readonly list: ListName
  readonly among: Named
}

/** Tells of every reference that leads nowhere. */
const exist = (find: (shop: Shop) => Iterable<Reference>): Rule =>
  function* (shop): Generator<Problem> {
    const known = new Map<Named, Set<string>>()
    for (const { pointer, id, list, among } of find(shop)) {
      const ids = known.get(among) ?? new Set(among.map((item) => item.id))
      known.set(among, ids)
      if (ids.has(id)) continue
      const [zh, en] = LISTS[list]
      yield problem(
        pointer,
        'UNKNOWN_REFERENCE',
        `没有标识为「${quoted(id)}」的${zh}，请在${zh}列表(${list})里加上，或改成已有的。`,
        `No ${en} has the identifier “${quoted(id)}”; add it to the list “${list}”, or name one that is there.`,
      )
    }
  }

/** One reference for each name given; none where nothing is. */
const each = (
  pointer: string,
  ids: readonly (string | undefined)[] | undefined,
  list: ListName,
  among: Named = [],
): Reference[] =>
  (ids ?? []).flatMap((id, index) => (id === undefined ? [] : [{ pointer: `${pointer}/${index}`, id, list, among }]))

const one = (pointer: string, id: string | undefined, list: ListName, among: Named = []): Reference[] =>
  id === undefined ? [] : [{ pointer, id, list, among }]

export const categoriesExist = exist((shop) =>
  services(shop).flatMap(({ service, pointer }) =>
    one(`${pointer}/category`, service.category, 'categories', shop.categories),
  ),
)

export const levelsExist = exist((shop) => [
  ...(shop.resources ?? []).flatMap(({ level }, index) =>
    one(`/resources/${index}/level`, level, 'levels', shop.levels),
  ),
  ...services(shop).flatMap(({ service, pointer }) =>
    service.offerings.flatMap(({ level }, index) =>
      one(`${pointer}/offerings/${index}/level`, level, 'levels', shop.levels),
    ),
  ),
])

export const addOnsExist = exist((shop) =>
  services(shop).flatMap(({ service, pointer }) => [
    ...each(`${pointer}/addOns`, service.addOns, 'addOns', shop.addOns),
    ...each(`${pointer}/requiredAddOns`, service.requiredAddOns, 'addOns', shop.addOns),
    ...service.offerings.flatMap((offering, index) => [
      ...each(`${pointer}/offerings/${index}/addOns`, offering.addOns, 'addOns', shop.addOns),
      ...each(`${pointer}/offerings/${index}/requiredAddOns`, offering.requiredAddOns, 'addOns', shop.addOns),
    ]),
  ]),
)

export const formsExist = exist((shop) =>
  services(shop).flatMap(({ service, pointer }) => [
    ...one(`${pointer}/form`, service.form, 'forms', shop.forms),
    ...one(`${pointer}/participants/form`, service.participants?.form, 'forms', shop.forms),
    ...one(`${pointer}/feedback`, service.feedback, 'forms', shop.forms),
    ...one(`${pointer}/invoice`, service.invoice, 'forms', shop.forms),
  ]),
)

export const servicesOfFeesExist = exist((shop) =>
  (shop.fees ?? []).flatMap((fee, index) => each(`/fees/${index}/services`, fee.services, 'services', shop.services)),
)

export const quotasExist = exist((shop) =>
  services(shop).flatMap(({ service, pointer }) =>
    service.offerings.flatMap(({ quotas }, index) =>
      each(`${pointer}/offerings/${index}/quotas`, quotas, 'quotas', service.quotas),
    ),
  ),
)

export const partsOfSeriesExist = exist((shop) =>
  services(shop).flatMap(({ service, pointer }) =>
    (service.series ?? []).flatMap((series, index) => [
      ...each(`${pointer}/series/${index}/offerings`, series.offerings, 'offerings', service.offerings),
      ...each(`${pointer}/series/${index}/resources`, series.resources, 'resources', shop.resources),
      ...(series.rooms ?? []).flatMap(({ resource }, room) =>
        one(`${pointer}/series/${index}/rooms/${room}/resource`, resource, 'resources', shop.resources),
      ),
    ]),
  ),
)

export const grantsExist = exist((shop) =>
  services(shop).flatMap(({ service, pointer }) =>
    service.offerings.flatMap(({ grants }, index) =>
      one(`${pointer}/offerings/${index}/grants`, grants, 'entitlements', shop.entitlements),
    ),
  ),
)

export const partsOfEntitlementsExist = exist((shop) =>
  (shop.entitlements ?? []).flatMap((entitlement, index) => [
    ...one(`/entitlements/${index}/membership`, entitlement.membership, 'memberships', shop.memberships),
    ...each(`/entitlements/${index}/services`, entitlement.services, 'services', shop.services),
  ]),
)

export const pagesExist = exist((shop) =>
  [...fields(shop)].flatMap(({ field, pointer, form }) => one(`${pointer}/page`, field.page, 'pages', form.pages)),
)
