import { cityRun } from './city-run.ts'
import { codingSchool } from './coding-school.ts'
import { courts } from './courts.ts'
import { homeCleaning } from './home-cleaning.ts'
import { lecture } from './lecture.ts'
import { salon } from './salon.ts'
import type { Tour } from './tour.ts'

export { nameOf, openFor, type Tour } from './tour.ts'

/** One way through each example shop, and through one that sells passes. */
export const TOURS: readonly Tour[] = [salon, codingSchool, cityRun, homeCleaning, lecture, courts]
