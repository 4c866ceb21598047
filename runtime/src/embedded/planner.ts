import { isObject } from './bson.ts'
import { CommandError } from './errors.ts'
import type { Index } from './index-keys.ts'
import { after, cutBound, encodeBound, inRange } from './keys.ts'
import type { Condition, Filter } from './match.ts'
import { isPattern } from './match-operators.ts'
import { RANK, compareValues, equalValues, rankOf } from './order.ts'
import type { SortSpec } from './sort.ts'

/** A stretch `[low, high)` of one index's keys. */
export interface Interval {
  readonly index: Index
  readonly low: Buffer
  readonly high: Buffer
}

/** How documents are found: which stretches of which index, in which order. What they yield is still to be tested. */
export interface Plan {
  readonly intervals: readonly Interval[]
  readonly reverse: boolean
  /** Whether the documents come in the order that was asked for. */
  readonly isSorted: boolean
  /** Whether one document may come twice. */
  readonly mayRepeat: boolean
}

interface Candidate extends Plan {
  readonly score: number
}

const MAX_INTERVALS = 500

/** Chooses the index that narrows most; `indexes[0]` is that of `_id`, which holds every document. */
export function planQuery(indexes: readonly Index[], filter: Filter, sort: SortSpec, hint?: unknown): Plan {
  const hinted = hint === undefined ? indexes : [hintedIndex(indexes, hint)]
  const best = bestOf(hinted, filter, sort)
  if (best && best.score >= 20) return best
  const union = hint === undefined && filter.branches ? planBranches(indexes, filter.branches) : undefined
  if (union) return union
  if (best) return best
  const all = indexes[0] as Index
  return {
    intervals: [whole(hint === undefined ? all : (hinted[0] as Index))],
    reverse: false,
    isSorted: sort.length === 0,
    mayRepeat: hint !== undefined && (hinted[0] as Index).arrays.size > 0,
  }
}

/** The index a hint names, by its name or key. Throws `CommandError` BadValue when there is none. */
export function hintedIndex(indexes: readonly Index[], hint: unknown): Index {
  const wanted = isObject(hint) ? JSON.stringify(Object.entries(hint).map(([k, v]) => [k, Number(v)])) : hint
  const found = indexes.find((index) => index.spec.name === wanted || JSON.stringify(index.fields) === wanted)
  if (!found)
    throw new CommandError('BadValue', 'error processing query: hint provided does not correspond to an existing index')
  return found
}

function bestOf(indexes: readonly Index[], filter: Filter, sort: SortSpec): Candidate | undefined {
  let best: Candidate | undefined
  for (const index of indexes) {
    const candidate = planIndex(index, filter.conditions, sort)
    if (candidate && candidate.score > (best?.score ?? 0)) best = candidate
  }
  return best
}

/** One plan for every branch of an `$or`, if an index narrows each of them. */
function planBranches(indexes: readonly Index[], branches: readonly Filter[]): Plan | undefined {
  const intervals: Interval[] = []
  for (const branch of branches) {
    const plan = bestOf(indexes, branch, [])
    if (!plan) return undefined
    intervals.push(...plan.intervals)
  }
  return { intervals, reverse: false, isSorted: false, mayRepeat: true }
}

const whole = (index: Index): Interval => ({ index, low: inRange(index.range), high: after(inRange(index.range)) })

function planIndex(index: Index, conditions: readonly Condition[], sort: SortSpec): Candidate | undefined {
  if (index.partial && !index.partial.conditions.every((needed) => isImplied(needed, conditions))) return undefined
  if (index.partial?.branches) return undefined
  let prefixes: (readonly unknown[])[] = [[]]
  let bounds: Bounds | undefined
  let score = 0
  let excludesMissing = false
  const pinned = new Set<string>()
  for (const [place, [path]] of index.fields.entries()) {
    const onField = conditions.filter((condition) => condition.path === path && isIndexable(condition))
    const points = pointsOf(onField)
    if (points && prefixes.length * points.length <= MAX_INTERVALS) {
      prefixes = prefixes.flatMap((prefix) => points.map((point) => [...prefix, point]))
      score += points.length === 1 ? 20 : 18
      excludesMissing ||= points.every((point) => point !== null)
      if (points.length === 1 && !index.arrays.has(place)) pinned.add(path)
      // Conditions on two fields of one array may be met by two of its elements: only the first narrows.
      if (index.arrays.has(place) && index.arrays.size > 1) break
      continue
    }
    bounds = boundsOf(onField, index.arrays.has(place))
    if (bounds) {
      score += bounds.isClosed ? 10 : 8
      excludesMissing = true
    }
    break
  }
  if (index.spec.sparse && !excludesMissing) return undefined
  const direction = sort.length > 0 ? sortDirection(index, sort, pinned, prefixes.length) : 1
  if (direction !== undefined && sort.length > 0) score += 15
  if (score === 0) return undefined
  if (index.spec.unique && prefixes[0]?.length === index.fields.length) score += 1000
  const reverse = direction === -1
  const intervals = prefixes.map((prefix) => interval(index, prefix, bounds))
  return {
    score,
    intervals: ordered(intervals, reverse),
    reverse,
    isSorted: direction !== undefined,
    mayRepeat: index.arrays.size > 0,
  }
}

function ordered(intervals: readonly Interval[], reverse: boolean): Interval[] {
  const sorted = [...intervals].sort((a, b) => Buffer.compare(a.low, b.low))
  const distinct = sorted.filter((item, i) => i === 0 || !item.low.equals((sorted[i - 1] as Interval).low))
  return reverse ? distinct.reverse() : distinct
}

function isIndexable({ op, operand }: Condition): boolean {
  const isPlain = (value: unknown): boolean => !isPattern(value) && !Array.isArray(value) && value !== undefined
  switch (op) {
    case 'eq':
      return isPlain(operand)
    case 'in':
      return Array.isArray(operand) && operand.every(isPlain)
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte': {
      const rank = isPlain(operand) ? rankOf(operand) : RANK.null
      return rank >= RANK.number && rank !== RANK.maxKey && rank !== RANK.object
    }
    default:
      return false
  }
}

function pointsOf(conditions: readonly Condition[]): readonly unknown[] | undefined {
  const equal = conditions.find(({ op }) => op === 'eq')
  if (equal) return [equal.operand]
  const list = conditions.find(({ op }) => op === 'in')
  return list ? (list.operand as readonly unknown[]) : undefined
}

interface Bounds {
  readonly rank: number
  readonly low: Condition | undefined
  readonly high: Condition | undefined
  readonly isClosed: boolean
}

/** The tightest bounds of one kind. On arrays two bounds may be met by two elements, so that only one of them counts. */
function boundsOf(conditions: readonly Condition[], isArray: boolean): Bounds | undefined {
  const ranges = conditions.filter(({ op }) => /^[gl]te?$/.test(op))
  const [first] = ranges
  if (!first) return undefined
  const rank = rankOf(first.operand)
  const usable = isArray ? [first] : ranges.filter(({ operand }) => rankOf(operand) === rank)
  const tightest = (letter: string, wanted: number): Condition | undefined =>
    usable
      .filter(({ op }) => op.startsWith(letter))
      .reduce<Condition | undefined>((best, one) => {
        const order = best ? compareValues(one.operand, best.operand) : wanted
        return order === wanted || (order === 0 && !one.op.endsWith('e')) ? one : best
      }, undefined)
  const low = tightest('g', 1)
  const high = tightest('l', -1)
  return { rank, low, high, isClosed: low !== undefined && high !== undefined }
}

function interval(index: Index, prefix: readonly unknown[], bounds: Bounds | undefined): Interval {
  const { directions } = index
  const encode = (...values: readonly unknown[]): Buffer =>
    inRange(index.range, cutBound(encodeBound([...prefix, ...values], directions)))
  const same = encode()
  if (!bounds) return { index, low: same, high: after(same) }
  const isDown = (directions[prefix.length] ?? 1) < 0
  const kind = inRange(
    index.range,
    cutBound(Buffer.concat([encodeBound(prefix, directions), Buffer.of(isDown ? ~bounds.rank & 0xff : bounds.rank)])),
  )
  const [start, end] = isDown ? [bounds.high, bounds.low] : [bounds.low, bounds.high]
  const cut = (condition: Condition, inclusiveEnd: boolean): Buffer => {
    const whole = encodeBound([...prefix, condition.operand], directions)
    const key = encode(condition.operand)
    // A shortened bound no longer tells its value from those near it: take them in.
    const takesIn = inclusiveEnd || key.length < whole.length + 4
    return takesIn ? after(key) : key
  }
  return {
    index,
    low: start
      ? start.op.endsWith('e')
        ? encode(start.operand)
        : startAfter(encode, start, prefix, directions)
      : kind,
    high: end ? cut(end, end.op.endsWith('e')) : after(kind),
  }
}

function startAfter(
  encode: (value: unknown) => Buffer,
  start: Condition,
  prefix: readonly unknown[],
  directions: readonly number[],
): Buffer {
  const key = encode(start.operand)
  const isCut = key.length < encodeBound([...prefix, start.operand], directions).length + 4
  return isCut ? key : after(key)
}

/** 1 or -1 when reading the index that way gives the sort; undefined when it does not. */
function sortDirection(
  index: Index,
  sort: SortSpec,
  pinned: ReadonlySet<string>,
  prefixCount: number,
): 1 | -1 | undefined {
  if (index.hasLongKeys || prefixCount !== 1) return undefined
  let direction: 1 | -1 | undefined
  let place = 0
  for (const [path, wanted] of sort) {
    if (pinned.has(path)) continue
    while (place < index.fields.length && pinned.has(index.fields[place]?.[0] ?? '')) place++
    const field = index.fields[place]
    if (field?.[0] !== path || index.arrays.has(place)) return undefined
    const way = wanted === field[1] ? 1 : -1
    if (direction !== undefined && direction !== way) return undefined
    direction = way
    place++
  }
  return direction ?? 1
}

/** Whether what the query asks makes a condition of a partial index true for certain. */
function isImplied(needed: Condition, conditions: readonly Condition[]): boolean {
  return conditions.some((given) => {
    if (given.path !== needed.path) return false
    if (given.op === needed.op && equalValues(given.operand, needed.operand)) return true
    if (needed.op === 'exists' && needed.operand === true)
      return (
        isIndexable(given) &&
        (given.op === 'in' ? !(given.operand as unknown[]).includes(null) : given.operand !== null)
      )
    const values = given.op === 'eq' ? [given.operand] : given.op === 'in' ? (given.operand as unknown[]) : []
    return values.length > 0 && isIndexable(given) && values.every((value) => holds(needed, value))
  })
}

function holds({ op, operand }: Condition, value: unknown): boolean {
  if (op === 'in') return Array.isArray(operand) && operand.some((item) => equalValues(item, value))
  if (rankOf(value) !== rankOf(operand)) return false
  const order = compareValues(value, operand)
  switch (op) {
    case 'eq':
      return order === 0
    case 'gt':
      return order > 0
    case 'gte':
      return order >= 0
    case 'lt':
      return order < 0
    case 'lte':
      return order <= 0
    default:
      return false
  }
}
