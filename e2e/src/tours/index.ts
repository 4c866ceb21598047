import { cityRun } from './city-run.ts'
import { codingSchool } from './coding-school.ts'
import { homeCleaning } from './home-cleaning.ts'
import { lecture } from './lecture.ts'
import { salon } from './salon.ts'
import type { Tour } from './tour.ts'

export type { Tour } from './tour.ts'

/** One way through each example shop. */
export const TOURS: readonly Tour[] = [salon, codingSchool, cityRun, homeCleaning, lecture]
