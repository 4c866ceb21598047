import { join } from 'node:path'
import { expect } from 'chai'
import { REPOSITORY } from '../../src/home.ts'

type Counts = Readonly<Record<string, number>>
type Resources = Readonly<Record<string, string>>
interface Place {
  readonly offering?: string
  readonly addOns: Counts
}
interface Shelf {
  readonly optional: readonly string[]
  readonly required: readonly string[]
}

/** A module of the mini-program that only looks at shapes; its own types are found once an app is generated. */
const load = async <T>(name: string): Promise<T> =>
  (await import(join(REPOSITORY, `templates/base/miniprogram/src/booking/${name}.ts`))) as T

const { withCount, mostOf, shortTickets, isSingle } = await load<{
  withCount: (service: never, offering: never, places: readonly Place[], count: number) => readonly Place[]
  mostOf: (service: never, offering: never, view: never, places: readonly Place[]) => number
  shortTickets: (views: readonly never[], places: readonly Place[]) => readonly never[]
  isSingle: (service: never) => boolean
}>('tickets')
const { postsOf, withWanted, wantedFor, withFree } = await load<{
  postsOf: (requirement: never, people: number) => readonly string[]
  withWanted: (resources: Resources, posts: readonly string[], wanted: readonly string[]) => Resources
  wantedFor: (posts: readonly string[], resources: Resources) => readonly string[]
  withFree: (
    requirements: readonly never[],
    people: number,
    resources: Resources,
    free: Readonly<Record<string, readonly string[]>>,
  ) => Resources
}>('posts')
const { shelfOfOrder, shelfOfPlace, onShelf } = await load<{
  shelfOfOrder: (service: never, offering: never) => Shelf
  shelfOfPlace: (service: never, offering: never) => Shelf
  onShelf: (chosen: Counts, shelf: Shelf) => Counts
}>('shelves')

/** Parts of a service as the pages read it. */
const ticket = (id: string, team: { min: number; max: number } | null = null) => ({
  id,
  team,
  addOns: [],
  requiredAddOns: [],
})
const run = (most = 20) =>
  ({
    mode: 'registration',
    people: { min: 1, max: most, title: null },
    offerings: [ticket('full'), ticket('fun'), ticket('team', { min: 10, max: 12 })],
    addOns: [],
    requiredAddOns: [],
    addOnsEach: false,
  }) as never
const [full, fun, team] = (run() as { offerings: readonly never[] }).offerings as [never, never, never]
const view = (offering: string, left: number | null, more: object = {}) =>
  ({ offering, left, reason: null, explanation: null, waitlist: false, ...more }) as never
const ids = (places: readonly { offering?: string }[]) => places.map(({ offering }) => offering).join(' ')

describe('tickets of a registration, as they are chosen', () => {
  it('stand in the order of the price list, and keep the add-ons of those who stay', () => {
    const first = withCount(run(), fun, [], 2).map((place) => ({ ...place, addOns: { insurance: 1 } }))
    const both = withCount(run(), full, first, 1)
    expect(ids(both)).to.equal('full fun fun')
    const fewer = withCount(run(), fun, both, 1)
    expect(fewer).to.deep.equal([
      { offering: 'full', addOns: {} },
      { offering: 'fun', addOns: { insurance: 1 } },
    ])
  })

  it('begin with the smallest team, and are none below it', () => {
    const ten = withCount(run(), team, [], 1)
    expect(ten).to.have.length(10)
    expect(withCount(run(), team, ten, 11)).to.have.length(11)
    expect(withCount(run(), team, ten, 9)).to.have.length(0)
  })

  it('are no more than one order takes, a team holds, or there are', () => {
    const three = withCount(run(5), full, [], 3)
    expect(mostOf(run(5), fun, view('fun', null), three)).to.equal(2)
    expect(mostOf(run(), fun, view('fun', 4), three)).to.equal(4)
    expect(mostOf(run(), team, view('team', null), [])).to.equal(12)
  })

  it('are more than there are where one can wait for them, and are then said to be short', () => {
    const waiting = view('fun', 1, { waitlist: true })
    expect(mostOf(run(), fun, waiting, [])).to.equal(20)
    expect(shortTickets([waiting], withCount(run(), fun, [], 1))).to.deep.equal([])
    expect(shortTickets([waiting], withCount(run(), fun, [], 2))).to.deep.equal([waiting])
  })

  it('need no page where there is one ticket for one person', () => {
    const card = { ...(run(1) as object), offerings: [ticket('ten')] }
    expect(isSingle(card as never)).to.equal(true)
    expect(isSingle(run(1))).to.equal(false)
    expect(isSingle({ ...card, people: { min: 1, max: 2 } } as never)).to.equal(false)
  })
})

describe('those who are wanted for the posts of a requirement', () => {
  const stylists = { role: 'stylist', quantity: 2, resources: [] } as never

  it('fill the posts in order; the rest are open to anybody', () => {
    const posts = postsOf(stylists, 1)
    expect(posts).to.deep.equal(['stylist', 'stylist:2'])
    expect(withWanted({ room: 'r' }, posts, ['b', 'a'])).to.deep.equal({ room: 'r', stylist: 'b', 'stylist:2': 'a' })
    const one = withWanted({ stylist: 'b', 'stylist:2': 'a' }, posts, ['a'])
    expect(one).to.deep.equal({ stylist: 'a' })
    expect(wantedFor(posts, one)).to.deep.equal(['a'])
  })

  it('are as many as there are people, where each needs one', () => {
    expect(postsOf({ role: 'cleaner', quantity: 'people' } as never, 3)).to.deep.equal([
      'cleaner',
      'cleaner:2',
      'cleaner:3',
    ])
  })

  it('are joined by somebody who is free and not wanted already; a pool fills every post', () => {
    expect(withFree([stylists], 1, { stylist: 'a' }, { stylist: ['a', 'b', 'c'] })).to.deep.equal({
      stylist: 'a',
      'stylist:2': 'b',
    })
    expect(withFree([stylists], 1, {}, { stylist: ['pool'] })).to.deep.equal({ stylist: 'pool', 'stylist:2': 'pool' })
  })
})

describe('where add-ons are chosen', () => {
  const service = (mode: string, addOnsEach: boolean) =>
    ({ mode, addOnsEach, addOns: ['drink'], requiredAddOns: ['towel'] }) as never
  const offering = { addOns: ['photo', 'towel'], requiredAddOns: ['insurance'] } as never
  const nothing = { optional: [], required: [] }
  const everything = { optional: ['drink', 'photo'], required: ['towel', 'insurance'] }

  for (const [mode, each, order, place] of [
    ['appointment', false, everything, nothing],
    ['session', true, nothing, everything],
    [
      'registration',
      false,
      { optional: ['drink'], required: ['towel'] },
      { optional: ['photo', 'towel'], required: ['insurance'] },
    ],
  ] as const)
    it(`${mode}, ${each ? 'by each person' : 'for the order'}`, () => {
      expect(shelfOfOrder(service(mode, each), offering)).to.deep.equal(order)
      expect(shelfOfPlace(service(mode, each), offering)).to.deep.equal(place)
    })

  it('drops what is not on the shelf any more, and what comes anyway', () => {
    expect(onShelf({ drink: 2, towel: 1, gone: 1 }, everything)).to.deep.equal({ drink: 2 })
  })
})
