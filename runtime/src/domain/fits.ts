import type { Claim } from './availability/busy.ts'

/** Time on a resource; `units` is 1 when left out. */
export type Stretch = Pick<Claim, 'resource' | 'start' | 'end'> & { readonly units?: number | undefined }

const edgesOf = (stretches: readonly Stretch[]) =>
  stretches.flatMap(({ start, end, units = 1 }) => [
    { at: start.getTime(), units },
    { at: end.getTime(), units: -units },
  ])

/** Most units taken at any one moment; what ends as another begins does not meet it. */
export function mostAtOnce(stretches: readonly Stretch[]): number {
  let taken = 0
  let most = 0
  for (const { units } of edgesOf(stretches).toSorted((a, b) => a.at - b.at || a.units - b.units))
    most = Math.max(most, (taken += units))
  return most
}

/** Whether `wanted` can be taken beside what is `occupied` without any resource holding more than it can. */
export function fits(
  wanted: readonly Stretch[],
  occupied: readonly Stretch[],
  capacityOf: (resource: string) => number,
): boolean {
  return [...new Set(wanted.map(({ resource }) => resource))].every((resource) => {
    const mine = wanted.filter((one) => one.resource === resource)
    const meets = occupied.filter(
      (one) => one.resource === resource && mine.some(({ start, end }) => one.start < end && start < one.end),
    )
    // What meets none of mine may be crowded by itself; within mine the sum counts.
    return mine.every((one) => {
      const clipped = [...mine, ...meets].flatMap((other): Stretch[] =>
        other.start < one.end && one.start < other.end
          ? [
              {
                ...other,
                start: other.start > one.start ? other.start : one.start,
                end: other.end < one.end ? other.end : one.end,
              },
            ]
          : [],
      )
      return mostAtOnce(clipped) <= capacityOf(resource)
    })
  })
}
