export type * from './generated/types.ts'
export { shopSchema } from './generated/schema.ts'
export { FACTS } from './generated/facts.ts'
export type { Problem, Result } from './problem.ts'
