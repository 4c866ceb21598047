import type { Selection } from '../booking.ts'
import { Refusal } from '../refusals.ts'
import type { ResolvedResource, ResolvedService, ResolvedShop } from '../resolved.ts'
import { own } from './choices.ts'

type Requirement = ResolvedService['requirements'][number]

/** One who may fill a post: a resource, or the `copy`-th member (from 1) of a pool. */
export interface Candidate {
  readonly resource: ResolvedResource
  readonly copy: number
}

/** One of those a booking needs: a requirement has as many as its quantity says. */
export interface Post {
  /** `stylist`, `stylist:2` …; empty: the shop itself. */
  readonly name: string
  readonly role: string
  /** Whether it belongs to the first requirement, whose level decides the offering. */
  readonly leads: boolean
  readonly isNamed: boolean
  readonly part: Requirement['part']
  /** One and the same object for one and the same candidate of a service. */
  readonly candidates: readonly Candidate[]
}

/** Whether a candidate gives an offering of this level (null: any). */
export const gives = (leads: boolean, { resource }: Candidate, level: string | null): boolean =>
  !leads || level === null || level === resource.level

/** The stretch of a service in which a post is needed, in minutes from its start. */
export function stretchOf(part: Requirement['part'], minutes: number): { from: number; minutes: number } {
  if (!part) return { from: 0, minutes }
  const from = Math.min(part.from, minutes)
  return { from, minutes: Math.min(part.minutes, minutes - from) }
}

/** `stylist` and 2 → `stylist:2` */
const postName = (role: string, number: number): string => (number === 1 ? role : `${role}:${number}`)

/** `stylist:2` → `stylist` */
export const roleOf = (post: string): string => post.split(':')[0] ?? post

/** Where no resource stays from start to end, the shop has to be open all the same. */
const SHOP_ITSELF: Post = {
  name: '',
  role: '',
  leads: false,
  isNamed: false,
  part: null,
  candidates: [
    {
      copy: 1,
      resource: {
        id: '',
        kind: 'room',
        name: { 'zh-CN': '' },
        level: null,
        tags: [],
        introduction: null,
        image: null,
        capacity: 1,
        timetable: null,
      },
    },
  ],
}

interface Asked {
  /** post → resource id */
  readonly resources: Selection['resources']
  readonly people: number
  /** Levels of the offerings that are asked for. */
  readonly levels: readonly (string | null)[]
  /** Where in the request it stands, such as `selection`. */
  readonly path: string
}

const unknown = (path: string, post: string): Refusal =>
  new Refusal('UNKNOWN_RESOURCE', { field: `${path}.resources.${post}` })

/** @throws Refusal UNKNOWN_RESOURCE */
export function postsOf(shop: ResolvedShop, { requirements }: ResolvedService, asked: Asked): readonly Post[] {
  const { resources, people, levels, path } = asked
  const quantityOf = ({ quantity }: Requirement): number => (quantity === 'people' ? people : quantity)
  const most = requirements.reduce((sum, requirement) => sum + quantityOf(requirement), 0)
  const known = new Map<string, readonly Candidate[]>()
  const copiesOf = (id: string): readonly Candidate[] => {
    const resource = shop.resources.get(id)
    if (!resource) return []
    const copies =
      known.get(id) ??
      Array.from({ length: Math.min(resource.capacity, most) }, (_, index) => ({ resource, copy: index + 1 }))
    known.set(id, copies)
    return copies
  }

  const posts = requirements.flatMap((requirement, at): Post[] => {
    const { role, part, choice } = requirement
    const leads = at === 0
    const able = (ids: readonly string[]): Candidate[] =>
      ids.flatMap(copiesOf).filter((one) => levels.some((level) => gives(leads, one, level)))
    const everyone = able(requirement.resources)
    return Array.from({ length: quantityOf(requirement) }, (_, index): Post => {
      const name = postName(role, index + 1)
      const named = own(resources, name)
      if (named === undefined) return { name, role, leads, part, isNamed: false, candidates: everyone }
      if (choice === 'any' || !requirement.resources.includes(named)) throw unknown(path, name)
      return { name, role, leads, part, isNamed: true, candidates: able([named]) }
    })
  })
  checkNames(shop, posts, resources, path)
  return requirements.some(({ part }) => part === null) ? posts : [...posts, SHOP_ITSELF]
}

/** That each name is of a post, and nobody is named more often than there are of them. */
function checkNames(shop: ResolvedShop, posts: readonly Post[], resources: Asked['resources'], path: string): void {
  const named = Object.entries(resources ?? {})
  for (const [post, id] of named) {
    const times = named.filter(([, other]) => other === id).length
    if (!posts.some(({ name }) => name === post) || times > (shop.resources.get(id)?.capacity ?? 0))
      throw unknown(path, post)
  }
}
