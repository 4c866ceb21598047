import fc from 'fast-check'
import type { Offering, Requirement, Resource, Schedule, Service, Shop } from '@kaidian/schemas'
import { addDays, type Claim, type ResolvedShop, type Selection, wallToInstant } from '../../src/domain/index.ts'
import { salon, unchecked } from './shops.ts'

/** Zones, and days on which their offset changes: by an hour, by half of one, at midnight, by a whole day. */
export const CHANGES: readonly (readonly [zone: string, day: string])[] = [
  ['Asia/Shanghai', '1991-04-14'],
  ['Asia/Shanghai', '2026-12-02'],
  ['Australia/Sydney', '2026-04-05'],
  ['Australia/Sydney', '2026-10-04'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Europe/London', '2026-03-29'],
  ['Europe/London', '2026-10-25'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['America/Sao_Paulo', '2018-02-17'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Pacific/Apia', '2011-09-24'],
  ['Pacific/Apia', '2011-12-29'],
  ['Pacific/Apia', '2011-12-31'],
]

export const zonedDay = fc.constantFrom(...CHANGES).map(([zone, day]) => ({ zone, day }))

/** Edges of hours that no change makes ambiguous. */
const EDGES = ['00:00', '04:00', '09:00', '12:30', '13:00', '18:00', '21:00', '24:00'] as const
const EVERY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const range = fc
  .tuple(fc.nat({ max: EDGES.length - 2 }), fc.nat({ max: EDGES.length - 2 }))
  .map(([a, b]) => ({ from: EDGES[Math.min(a, b)] ?? '00:00', to: EDGES[Math.max(a, b) + 1] ?? '24:00' }))

const weekly = range.map((one): Schedule => ({ weekly: [{ days: [...EVERY], ...one }] }))
const turns = (day: string) =>
  fc
    .tuple(range, fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }))
    .map(([one, on]): Schedule => ({ rotation: { from: addDays(day, -4), days: 3, shifts: [{ on, ...one }] } }))
const broken = weekly.map((one): Schedule => ({ ...one, breaks: [{ from: '12:30', to: '13:00' }] }))

const level = fc.constantFrom('one', 'two')
const resources = (day: string) =>
  fc.array(
    fc.record({
      kind: fc.constantFrom('staff' as const, 'staff' as const, 'room' as const),
      capacity: fc.constantFrom(1, 1, 1, 2, 3),
      level,
      schedule: fc.option(fc.oneof(weekly, turns(day), broken), { nil: undefined }),
    }),
    { minLength: 2, maxLength: 4 },
  )

const part = fc.option(fc.record({ from: fc.constantFrom(0, 10, 40), minutes: fc.constantFrom(20, 30) }), {
  nil: undefined,
})
const requirement = fc.record({
  kind: fc.constantFrom('staff' as const, 'room' as const),
  quantity: fc.constantFrom<(number | 'people')[]>(1, 1, 2, 'people'),
  choice: fc.constantFrom('customer' as const, 'any' as const),
  part,
})
const offering = fc.record({
  duration: fc.constantFrom(20, 45, 90),
  level: fc.option(level, { nil: undefined }),
})
const service = fc.record({
  buffer: fc.record({ before: fc.constantFrom(0, 0, 25), after: fc.constantFrom(0, 10, 15) }),
  requirements: fc.array(requirement, { minLength: 1, maxLength: 2 }),
  offerings: fc.array(offering, { minLength: 1, maxLength: 2 }),
  isTimed: fc.boolean(),
})

type Given<T> = { [key in keyof T]: Exclude<T[key], undefined> }

/** Without what was not given. */
const given = <T extends object>(record: T): Given<T> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Given<T>

function appointment(made: typeof service extends fc.Arbitrary<infer T> ? T : never, index: number): Partial<Service> {
  return {
    id: `s${index}`,
    mode: 'appointment',
    buffer: made.buffer,
    people: { max: 2 },
    combinable: true,
    ...(made.isTimed ? { durationChoice: { min: 20, max: 80, step: 30 } } : { duration: 45 }),
    requirements: made.requirements.map((one, at): Requirement => given({ role: `r${at}`, title: 'R', ...one })),
    offerings: made.offerings.map((one, at): Offering => given({ id: `o${at}`, title: 'O', price: 1, ...one })),
  }
}

/** A shop of a few services and resources in some zone, and a day on which its offset changes. */
export const randomShop: fc.Arbitrary<{ readonly shop: ResolvedShop; readonly day: string }> = zonedDay.chain(
  ({ zone, day }) =>
    fc
      .record({
        hours: fc.oneof(weekly, broken),
        resources: resources(day),
        services: fc.array(service, { minLength: 2, maxLength: 2 }),
        step: fc.constantFrom(15, 30, 40),
        notice: fc.constantFrom(0, 90),
        blocked: fc.boolean(),
      })
      .map((made) => ({
        day,
        shop: unchecked(
          salon((one) => {
            const form = one.forms[0]?.id ?? ''
            one.zone = zone
            one.hours = made.hours
            one.levels = ['one', 'two'].map((id) => ({ id, title: id }))
            one.resources = made.resources.map((resource, at): Resource =>
              given({ id: `x${at}`, name: `${at}`, ...resource }),
            )
            one.policies.booking = { notice: made.notice, horizon: 6, step: made.step }
            one.services = made.services.map((some, at) => ({ title: 'S', form, ...appointment(some, at) }) as Service)
            if (made.blocked)
              one.services.push({
                id: 'class',
                title: 'Class',
                mode: 'session',
                form,
                duration: 60,
                buffer: { before: 10, after: 5 },
                offerings: [{ id: 'seat', title: 'Seat', price: 1 }],
                series: [{ id: 'c', day, time: '10:00', seats: 5, resources: ['x0'] }],
              })
            delete (one as Partial<Shop>).fees
          }),
        ),
      })),
)

/** A wish with some of it left open; what it names need not be there. */
export const randomWish: fc.Arbitrary<Selection> = fc
  .record({
    service: fc.constantFrom('s0', 's1'),
    offering: fc.option(fc.constantFrom('o0', 'o1'), { nil: undefined, freq: 3 }),
    people: fc.option(fc.constantFrom(1, 2), { nil: undefined }),
    resources: fc.option(
      fc
        .record({ role: fc.constantFrom('r0', 'r1', 'r0:2'), id: fc.constantFrom('x0', 'x1', 'x2') })
        .map(({ role, id }) => ({ [role]: id })),
      { nil: undefined, freq: 2 },
    ),
    then: fc.option(fc.constantFrom([{ service: 's0' }], [{ service: 's1' }], [{ service: 's1' }, { service: 's0' }]), {
      nil: undefined,
      freq: 2,
    }),
  })
  .map((wish) => given(wish) as Selection)

/** Claims around a day, some of which have expired by `now`. */
export const randomClaims = fc.array(
  fc.record({
    resource: fc.constantFrom('x0', 'x1', 'x2', 'x3'),
    start: fc.integer({ min: -200, max: 2880 }),
    length: fc.integer({ min: 1, max: 400 }),
    units: fc.constantFrom(1, 1, 2),
    isGone: fc.boolean(),
  }),
  { maxLength: 10 },
)

export function claimsAround(
  shop: ResolvedShop,
  day: string,
  raw: typeof randomClaims extends fc.Arbitrary<infer T> ? T : never,
  now: Date,
): Claim[] {
  const midnight = wallToInstant(day, '00:00', shop.zone).getTime()
  return raw.map(({ resource, start, length, units, isGone }) => ({
    resource,
    units,
    start: new Date(midnight + start * 60_000),
    end: new Date(midnight + (start + length) * 60_000),
    expiresAt: isGone ? now : null,
  }))
}
