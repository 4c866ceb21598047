import type { Busy, Flat } from './busy.ts'
import type { Calendar } from './calendar.ts'
import { canFill } from './fill.ts'
import { type Candidate, gives, type Post, stretchOf } from './posts.ts'
import { room } from './room.ts'
import type { Wanted, WantedOffering, WantedSegment } from './wanted.ts'

/** Minutes that a candidate has from each start, moved by an offset: the check behind the list and behind the claim. */
export type Rooms = Int32Array

/** Where each service of a row may begin, in minutes from the start of the first: the sums of what may come before. */
function offsetsOf(segments: readonly WantedSegment[]): readonly (readonly number[])[] {
  let offsets: readonly number[] = [0]
  return segments.map(({ offerings }) => {
    const own = offsets
    offsets = [...new Set(own.flatMap((offset) => offerings.map(({ minutes }) => offset + minutes)))]
    return own
  })
}

/** What some starts leave of everyone who may fill a post. */
export class Fit {
  readonly want: Wanted
  readonly starts: Int32Array
  /** For each service of the row. */
  readonly offsets: readonly (readonly number[])[]
  readonly #busy: Busy
  readonly #known = new Map<WantedSegment, Map<Candidate, Map<number, Rooms>>>()
  readonly #moved = new Map<number, Int32Array>()
  readonly #open: (candidate: Candidate) => Flat

  /**
   * @param starts minutes since 1970, in order
   * @param first, last days the starts lie on
   */
  constructor(want: Wanted, calendar: Calendar, busy: Busy, starts: Int32Array, first: number, last: number) {
    this.want = want
    this.starts = starts
    this.offsets = offsetsOf(want.segments)
    this.#busy = busy
    // One more, since a zone that crosses the date line leaves out a day.
    const until = last + Math.ceil(want.longest / 1440) + 1
    this.#open = ({ resource }) => calendar.open(resource, first, until)
  }

  /** From each start, `offset` minutes on. */
  rooms(segment: WantedSegment, candidate: Candidate, offset: number): Rooms {
    let candidates = this.#known.get(segment)
    if (!candidates) this.#known.set(segment, (candidates = new Map()))
    let offsets = candidates.get(candidate)
    if (!offsets) candidates.set(candidate, (offsets = new Map()))
    let found = offsets.get(offset)
    if (!found) {
      const { before, after } = segment.service.buffer
      const busy = this.#busy.of(candidate.resource, candidate.copy)
      offsets.set(offset, (found = room(this.#movedBy(offset), this.#open(candidate), busy, before, after)))
    }
    return found
  }

  #movedBy(offset: number): Int32Array {
    if (offset === 0) return this.starts
    let moved = this.#moved.get(offset)
    if (!moved) this.#moved.set(offset, (moved = this.starts.map((start) => start + offset)))
    return moved
  }

  /** Whether a candidate is free for a post, were the service to take so long. */
  isFree(
    segment: WantedSegment,
    post: Post,
    candidate: Candidate,
    offset: number,
    minutes: number,
    at: number,
  ): boolean {
    const stretch = stretchOf(post.part, minutes)
    return (this.rooms(segment, candidate, offset + stretch.from)[at] ?? 0) >= stretch.minutes
  }

  /** Who may fill each post of a service `offset` minutes after a start; null as soon as nobody can fill one. */
  able(segment: WantedSegment, offset: number, offering: WantedOffering, at: number): Candidate[][] | null {
    const able: Candidate[][] = []
    const known = new Map<readonly Candidate[], Candidate[]>()
    for (const post of segment.posts) {
      let free = post.part === null ? known.get(post.candidates) : undefined
      if (!free) {
        free = post.candidates.filter(
          (one) =>
            gives(post.leads, one, offering.level) && this.isFree(segment, post, one, offset, offering.minutes, at),
        )
        if (post.part === null) known.set(post.candidates, free)
      }
      if (free.length === 0) return null
      able.push(free)
    }
    return able
  }

  /** Whether the services from `index` on can follow, the first of them `offset` minutes after a start. */
  follows(index: number, offset: number, at: number, known = new Map<string, boolean>()): boolean {
    const segment = this.want.segments[index]
    if (!segment) return true
    const key = `${index} ${offset}`
    const found =
      known.get(key) ??
      segment.offerings.some((offering) => {
        const able = this.able(segment, offset, offering, at)
        return (
          able !== null &&
          (!segment.overlapping || canFill(able)) &&
          this.follows(index + 1, offset + offering.minutes, at, known)
        )
      })
    known.set(key, found)
    return found
  }
}
