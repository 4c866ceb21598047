import type { Problem, Shop } from '@kaidian/schemas'
import { factsAreKnown, factsAreKnownInTime, operatorsFit, valuesFit } from './conditions.ts'
import { everyOfferingFitsSomeDay, noticeLeavesDaysToBook } from './durations.ts'
import { groupsKeepToOnePhase, percentagesLookBack } from './fees.ts'
import type { Rule } from './finding.ts'
import { boundsAreInOrder, choicesAreThere, notesSaySomething } from './forms.ts'
import { uniqueIdentifiers } from './identifiers.ts'
import { refundsDoNotRise } from './policies.ts'
import {
  addOnsExist,
  categoriesExist,
  formsExist,
  levelsExist,
  servicesOfFeesExist,
  someoneCanDoIt,
  someoneHasTheLevel,
} from './references.ts'
import { exceptionsEndAfterTheyBegin, timesEndAfterTheyBegin, zoneIsKnown } from './times.ts'

/** What a schema cannot say about a shop; each sentence is a rule. */
export const RULES: Readonly<Record<string, Rule>> = {
  'an identifier is used once in its list': uniqueIdentifiers,
  'a service names a category that exists': categoriesExist,
  'resources and offerings name levels that exist': levelsExist,
  'a service names add-ons that exist': addOnsExist,
  'a service names a form that exists': formsExist,
  'a fee rule names services that exist': servicesOfFeesExist,
  'enough resources can do what a service requires': someoneCanDoIt,
  'someone who can do the service has the level of the offering': someoneHasTheLevel,
  'the zone is an IANA zone': zoneIsKnown,
  'a time range ends after it begins': timesEndAfterTheyBegin,
  'an exception ends on or after its first day': exceptionsEndAfterTheyBegin,
  'every offering and choice fits into some day': everyOfferingFitsSomeDay,
  'notice and horizon leave days to book': noticeLeavesDaysToBook,
  'a condition asks about facts that exist there': factsAreKnown,
  'a condition asks about what is known by then': factsAreKnownInTime,
  'an operator fits the type of its fact': operatorsFit,
  'a value fits its fact and operator': valuesFit,
  'a lower bound is not above the upper': boundsAreInOrder,
  'a question with choices has some': choicesAreThere,
  'a note is not required': notesSaySomething,
  'refunds do not rise as the start nears': refundsDoNotRise,
  'a percentage is taken of earlier phases': percentagesLookBack,
  'a best-of group keeps to one phase': groupsKeepToOnePhase,
}

/** Faults a schema cannot see, all of them. @param shop one whose shape is valid */
export const check = (shop: Shop): readonly Problem[] => Object.values(RULES).flatMap((rule) => [...rule(shop)])
