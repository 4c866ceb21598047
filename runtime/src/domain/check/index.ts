import type { Problem, Shop } from '@kaidian/schemas'
import {
  agesCanBeTold,
  countsAreNumbers,
  factsAreKnown,
  factsAreKnownInTime,
  factsOfOneNeedEach,
  operatorsFit,
  valuesFit,
} from './conditions.ts'
import { computedFieldsFindTheirs, readingsComeFromADocument } from './computed.ts'
import { conditionsCanHold, tiersAreReached } from './contradictions.ts'
import { budgetsAddUp, codesAreUsedOnce, couponsHaveCodes } from './coupons.ts'
import { discountsLeaveAPrice, everyOneOfAGroupMayWin, sharesStayBelowTheWhole } from './discounts.ts'
import {
  durationsCanBeChosen,
  everyOfferingFitsSomeDay,
  noticeLeavesDaysToBook,
  partsLieWithin,
  startsFallIntoHours,
} from './durations.ts'
import { refusalsPointToAField } from './eligibility.ts'
import { entitlementsKeepToTheirKind, entitlementsStateWhatTheyGive, passesByTimeHaveATime } from './entitlements.ts'
import {
  amountsKeepTheirBounds,
  groupsKeepToOnePhase,
  kindsStandInTheirPhase,
  roundingHasAUnit,
  sharesAreOfSomething,
  sharesLookBack,
  tiersRise,
  tiersStateOneThing,
} from './fees.ts'
import type { Rule } from './finding.ts'
import {
  birthDatesAreOne,
  boundsAreInOrder,
  choicesAreThere,
  defaultsAreAnswers,
  fieldsAreComplete,
  imagesArePictures,
  onlyQuestionsAreRequired,
  patternsAreSimple,
  propertiesFitTheField,
} from './forms.ts'
import { uniqueIdentifiers } from './identifiers.ts'
import {
  limitsAllowOneOrder,
  limitsCountWhatIsAsked,
  limitsOfSessionsHaveSessions,
  noShowsByPhoneHaveAPhone,
  sharedLimitsAgree,
} from './limits.ts'
import {
  appointmentsNeedResources,
  companionsCanCome,
  durationsAreStated,
  partiesAreInOrder,
  propertiesFitTheMode,
  sessionsAreDated,
  teamsFitIntoAnOrder,
  timePricesHaveATime,
} from './modes.ts'
import {
  approvalAfterPaymentHasAPayment,
  depositsStateOneThing,
  depositsStayBelowThePrice,
  duesBeforeAStartHaveOne,
  duesStateOneTime,
  freeServicesHaveNoPrice,
  holdsLeaveTimeToPay,
  partsAreClear,
  partsFollowOneAnother,
  partsLeaveARest,
  paymentsAreDueBeforeTheEnd,
} from './payment.ts'
import {
  automaticPlacesAreFree,
  bansAreWhole,
  deadlinesComeBeforeTheStart,
  feesForMovingAreCharged,
  refundsDoNotRise,
  sharesOfSessionsHaveSessions,
  tiersAreDistinct,
} from './policies.ts'
import { offeringsAreSold, quotasAreSold, quotasFitTheirTotal, quotasHoldAParty, seatsHoldAParty } from './quotas.ts'
import {
  addOnsExist,
  categoriesExist,
  formsExist,
  grantsExist,
  levelsExist,
  pagesExist,
  partsOfEntitlementsExist,
  partsOfSeriesExist,
  quotasExist,
  servicesOfFeesExist,
} from './references.ts'
import {
  partiesFindResources,
  resourcesAreThere,
  resourcesGoRound,
  someoneCanDoIt,
  someoneHasTheLevel,
} from './resources.ts'
import { roomsAreNamedOnce, roomsAreOfSingleSessions, seatsAreStatedOnce } from './rooms.ts'
import {
  daysLeftOutAreOccurrences,
  furtherOccurrencesAreNew,
  lateJoiningIsOfSeries,
  seriesHaveOccurrences,
  sessionsAreInHoursOfTheirResources,
  sessionsAreOnOpenDays,
  sessionsDoNotShareAResource,
} from './sessions.ts'
import { rowsCount, tablesPriceAllHours } from './tables.ts'
import {
  daysEndAfterTheyBegin,
  eventsEndAfterTheyBegin,
  momentsAreInTheCalendar,
  salesOpenBeforeTheyClose,
  shiftsLieInTheCycle,
  timesEndAfterTheyBegin,
  timesOfFeesHaveALength,
  zoneIsKnown,
} from './times.ts'

/** What a schema cannot say about a shop; each sentence is a rule. */
export const RULES: Readonly<Record<string, Rule>> = {
  'an identifier is used once in its list': uniqueIdentifiers,

  'a service names a category that exists': categoriesExist,
  'resources and offerings name levels that exist': levelsExist,
  'services and offerings name add-ons that exist': addOnsExist,
  'a service names forms that exist': formsExist,
  'a fee rule names services that exist': servicesOfFeesExist,
  'an offering counts against quotas that exist': quotasExist,
  'a series names offerings and resources that exist': partsOfSeriesExist,
  'an offering grants an entitlement that exists': grantsExist,
  'an entitlement names a membership and services that exist': partsOfEntitlementsExist,
  'a field stands on a page that exists': pagesExist,

  'the zone is an IANA zone': zoneIsKnown,
  'a time range ends after it begins': timesEndAfterTheyBegin,
  'a time of day of a fee has a length': timesOfFeesHaveALength,
  'a stretch of days ends on or after its first day': daysEndAfterTheyBegin,
  'an event ends after it begins': eventsEndAfterTheyBegin,
  'a shift is on a day of its cycle': shiftsLieInTheCycle,
  'a moment is in the calendar': momentsAreInTheCalendar,
  'sales open before they close': salesOpenBeforeTheyClose,

  'a property belongs to the mode of its service': propertiesFitTheMode,
  'an appointment needs resources': appointmentsNeedResources,
  'it is said how long a service takes': durationsAreStated,
  'a price by time has a time': timePricesHaveATime,
  'a service of sessions has dates': sessionsAreDated,
  'companions are asked where some can come': companionsCanCome,
  'the least of a party is not above its most': partiesAreInOrder,
  'a team fits into one order': teamsFitIntoAnOrder,

  'someone can do what a service requires': someoneCanDoIt,
  'the resources of a service go round': resourcesGoRound,
  'the largest party finds resources': partiesFindResources,
  'someone who can do the service has the level of the offering': someoneHasTheLevel,
  'a resource is there some time': resourcesAreThere,
  'every offering and choice fits into some day': everyOfferingFitsSomeDay,
  'some start of the grid falls into the hours': startsFallIntoHours,
  'a duration can be chosen': durationsCanBeChosen,
  'notice and horizon leave days to book': noticeLeavesDaysToBook,
  'a part lies within its service': partsLieWithin,

  'a series has occurrences': seriesHaveOccurrences,
  'a day left out is one of its series': daysLeftOutAreOccurrences,
  'a further occurrence is a new one': furtherOccurrencesAreNew,
  'no session is on a closed day': sessionsAreOnOpenDays,
  'a session lies in the hours of its resources': sessionsAreInHoursOfTheirResources,
  'no two sessions share a resource at one time': sessionsDoNotShareAResource,
  'joining late is for a whole series': lateJoiningIsOfSeries,
  'an offering is sold by some series': offeringsAreSold,
  'the seats hold the smallest party': seatsHoldAParty,
  'seats are stated once': seatsAreStatedOnce,
  'rooms are of single sessions': roomsAreOfSingleSessions,
  'a room is named once': roomsAreNamedOnce,

  'a quota is counted by some ticket': quotasAreSold,
  'a quota is not larger than its total': quotasFitTheirTotal,
  'a quota holds the smallest party': quotasHoldAParty,

  'a condition asks about facts that exist there': factsAreKnown,
  'a condition asks about what is known by then': factsAreKnownInTime,
  'facts of one participant are asked for each': factsOfOneNeedEach,
  'an age is asked where a birth date is given': agesCanBeTold,
  'an operator fits the type of its fact': operatorsFit,
  'a value fits its fact and operator': valuesFit,
  'what is counted by is a number': countsAreNumbers,
  'a condition can hold': conditionsCanHold,
  'a refusal points to a field that is asked': refusalsPointToAField,

  'a share is taken of earlier phases': sharesLookBack,
  'a share is taken of something': sharesAreOfSomething,
  'a best-of group keeps to one phase': groupsKeepToOnePhase,
  'every rule of a best-of group may win': everyOneOfAGroupMayWin,
  'a kind stands in the phase it is for': kindsStandInTheirPhase,
  'the least of a fee is not above its most': amountsKeepTheirBounds,
  'rounding has a unit': roundingHasAUnit,
  'tiers rise': tiersRise,
  'every tier is reached some time': tiersAreReached,
  'a tier states an amount or a rate': tiersStateOneThing,
  'every row of a table counts some time': rowsCount,
  'a table has a price for all hours': tablesPriceAllHours,
  'discounts leave a price': discountsLeaveAPrice,
  'shares taken off come to less than the whole': sharesStayBelowTheWhole,
  'a coupon has a code, and nothing else has': couponsHaveCodes,
  'a code means one rule': codesAreUsedOnce,
  'a budget allows what it promises': budgetsAddUp,
  'an entitlement says what it gives': entitlementsStateWhatTheyGive,
  'an entitlement keeps to its kind': entitlementsKeepToTheirKind,
  'a pass by time is for what has a time': passesByTimeHaveATime,

  'a lower bound is not above the upper': boundsAreInOrder,
  'a question with choices has some': choicesAreThere,
  'only what is asked is required': onlyQuestionsAreRequired,
  'a property belongs to the kind of its field': propertiesFitTheField,
  'a computed field and a group are complete': fieldsAreComplete,
  'a computed field is made from fields that fit': computedFieldsFindTheirs,
  'a reading comes from an ID card': readingsComeFromADocument,
  'a pattern is simple': patternsAreSimple,
  'an image field takes pictures': imagesArePictures,
  'a form has one birth date': birthDatesAreOne,
  'a default could be an answer': defaultsAreAnswers,

  'a limit counts by what is asked': limitsCountWhatIsAsked,
  'a limit within a session has sessions': limitsOfSessionsHaveSessions,
  'a limit allows one order': limitsAllowOneOrder,
  'limits of one name count in one way': sharedLimitsAgree,
  'no-shows by phone have a phone': noShowsByPhoneHaveAPhone,
  'a ban says after how many and how long': bansAreWhole,

  'a deposit states one amount': depositsStateOneThing,
  'a deposit is not more than the price': depositsStayBelowThePrice,
  'a due payment states one time': duesStateOneTime,
  'a payment due before the start has a start': duesBeforeAStartHaveOne,
  'a payment is due before all has begun': paymentsAreDueBeforeTheEnd,
  'a part states its amount and its time': partsAreClear,
  'the last part is not nothing': partsLeaveARest,
  'parts follow one another': partsFollowOneAnother,
  'what is free has no price': freeServicesHaveNoPrice,
  'approval after payment has a payment': approvalAfterPaymentHasAPayment,
  'a hold leaves time to pay': holdsLeaveTimeToPay,

  'refunds do not rise as the start nears': refundsDoNotRise,
  'refund tiers have deadlines of their own': tiersAreDistinct,
  'refunds by sessions left have sessions': sharesOfSessionsHaveSessions,
  'a deadline comes before the start': deadlinesComeBeforeTheStart,
  'a fee for rescheduling is charged some time': feesForMovingAreCharged,
  'places given by themselves are free': automaticPlacesAreFree,
}

/** Faults a schema cannot see, all of them. @param shop one whose shape is valid */
export const check = (shop: Shop): readonly Problem[] => Object.values(RULES).flatMap((rule) => [...rule(shop)])
