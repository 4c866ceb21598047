import type { PageReport } from './costs.ts'

/**
 * What a page may cost. Nodes and depth are the limits of WeChat's experience score (“体验评分”); it allows `setData` 256 KB a call, of which we
 * allow ourselves a fifth, and the first page asks its server twice at most.
 */
export const YARDSTICKS = { nodes: 1_000, depth: 30, setDataBytes: 50 * 1024, firstPageRequests: 2 } as const

/** The yardsticks that a page does not meet. */
export const broken = ({ nodes, depth, setDataBytes, requests, first }: PageReport): (keyof typeof YARDSTICKS)[] => [
  ...(nodes > YARDSTICKS.nodes ? (['nodes'] as const) : []),
  ...(depth > YARDSTICKS.depth ? (['depth'] as const) : []),
  ...(setDataBytes > YARDSTICKS.setDataBytes ? (['setDataBytes'] as const) : []),
  ...(first && requests > YARDSTICKS.firstPageRequests ? (['firstPageRequests'] as const) : []),
]
