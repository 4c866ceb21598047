import type { PublicService } from '@/kaidian/booking'

type Resources = Readonly<Record<string, string>>
type Requirement = PublicService['requirements'][number]

/** The posts that a requirement makes for so many people: `stylist`, `stylist:2` … */
export const postsOf = ({ role, quantity }: Requirement, people: number): readonly string[] =>
  Array.from({ length: quantity === 'people' ? people : quantity }, (_, at) => (at === 0 ? role : `${role}:${at + 1}`))

/** Who is wanted for these posts; a post left out is for anybody. */
export const wantedFor = (posts: readonly string[], resources: Resources): readonly string[] =>
  posts.flatMap((post) => resources[post] ?? [])

/** `resources` with those named for these posts, in order, and anybody for the rest. */
export const withWanted = (resources: Resources, posts: readonly string[], wanted: readonly string[]): Resources => ({
  ...Object.fromEntries(Object.entries(resources).filter(([post]) => !posts.includes(post))),
  ...Object.fromEntries(wanted.flatMap((id, at) => (posts[at] ? [[posts[at], id]] : []))),
})

/**
 * `resources` with somebody who is free for every post that is left open: a booking that moves would keep whom it has, who may be
 * busy then.
 * @param free role → ids of those who are free
 */
export const withFree = (
  requirements: readonly Requirement[],
  people: number,
  resources: Resources,
  free: Readonly<Record<string, readonly string[]>>,
): Resources =>
  requirements.reduce<Resources>((filled, requirement) => {
    const posts = postsOf(requirement, people)
    const all = free[requirement.role] ?? []
    const others = all.filter((id) => !posts.some((post) => filled[post] === id))
    const open = posts.filter((post) => !filled[post])
    // A pool fills several posts.
    const found = open.flatMap((post, at) => {
      const id = others[at] ?? all[0]
      return id ? [[post, id] as const] : []
    })
    return { ...filled, ...Object.fromEntries(found) }
  }, resources)
