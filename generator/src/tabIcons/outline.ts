type Point = readonly [x: number, y: number]

/** Corner after corner; closed ones end where they began. */
export type Outline = readonly (readonly Point[])[]

/** Pieces of a curve: none is longer than a pixel of an icon. */
const PIECES = 16

const along = (from: Point, a: Point, b: Point, to: Point): Point[] =>
  Array.from({ length: PIECES }, (_, index): Point => {
    const t = (index + 1) / PIECES
    const u = 1 - t
    const at = (axis: 0 | 1) =>
      u * u * u * from[axis] + 3 * u * u * t * a[axis] + 3 * u * t * t * b[axis] + t * t * t * to[axis]
    return [at(0), at(1)]
  })

const pairs = (numbers: readonly number[]): Point[] =>
  numbers.flatMap((x, index): Point[] => (index % 2 === 0 ? [[x, numbers[index + 1] ?? NaN]] : []))

/** @param path SVG, of the commands M, L, C and Z with absolute coordinates. @throws Error at any other. */
export function outlineOf(path: string): Outline {
  const lines: Point[][] = []
  for (const [, command, rest = ''] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const line = lines.at(-1) ?? []
    const points = pairs((rest.match(/-?[\d.]+/g) ?? []).map(Number))
    const [a, b, c] = points
    const last = line.at(-1)
    if (command === 'M' && a) lines.push([a])
    else if (command === 'L' && a) line.push(a)
    else if (command === 'C' && last && a && b && c) line.push(...along(last, a, b, c))
    else if (command === 'Z' && line[0]) line.push(line[0])
    else throw new Error(`an outline cannot say ${JSON.stringify(command)}`)
  }
  return lines
}

type Visit = (x1: number, y1: number, x2: number, y2: number) => void

function eachSide(outline: Outline, visit: Visit): void {
  for (const line of outline)
    for (let index = 1; index < line.length; index += 1) {
      const [from, to] = [line[index - 1], line[index]]
      if (from && to) visit(from[0], from[1], to[0], to[1])
    }
}

/** How far a point is from the nearest line. */
export function distanceTo(outline: Outline, x: number, y: number): number {
  let least = Infinity
  eachSide(outline, (x1, y1, x2, y2) => {
    const [dx, dy] = [x2 - x1, y2 - y1]
    const length = dx * dx + dy * dy
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length))
    const [ex, ey] = [x - x1 - t * dx, y - y1 - t * dy]
    least = Math.min(least, ex * ex + ey * ey)
  })
  return Math.sqrt(least)
}

/** Whether a point lies inside, by the even-odd rule. */
export function isInside(outline: Outline, x: number, y: number): boolean {
  let inside = false
  eachSide(outline, (x1, y1, x2, y2) => {
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside
  })
  return inside
}
