// Made from src/language/*.schema.json by `npm run types`; do not edit.


/**
 * Starts with a lower-case letter; lower-case letters, digits and hyphens; at most 40. Keep it once published: orders refer to it.
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Id".
 */
export type Id = string
/**
 * Words a customer reads: one string, or one for each language.
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Text".
 */
export type Text = (string | TextInSeveralLanguages)
/**
 * An https address, or one of the illustrations that come with the template: illustration:name.
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Image".
 */
export type Image = string
/**
 * Weekday
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Weekday".
 */
export type Weekday = ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")
/**
 * Wall-clock time at the shop, such as 09:30; the end of a day may be 24:00.
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "WallTime".
 */
export type WallTime = string
/**
 * A date at the shop, such as 2026-12-02.
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Day".
 */
export type Day = string
/**
 * An integer number of fen: 8800 is ¥88.
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Fen".
 */
export type Fen = number
/**
 * Tag
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Tag".
 */
export type Tag = string
/**
 * Minutes
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Minutes".
 */
export type Minutes = number
/**
 * A closed tree without code, for visibility, eligibility and fees.
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Condition".
 */
export type Condition = (AllOf | AnyOf | Negation | Comparison)
/**
 * A day and a time at the shop, such as 2026-12-01T10:00; as a deadline, that minute is included.
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Moment".
 */
export type Moment = string
/**
 * What is paid now, and when the rest.
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "PaymentPlan".
 */
export type PaymentPlan = (InFull | Deposit | Instalments | OnSite | Free)
/**
 * An integer number of ten-thousandths: 1000 is 10%.
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "BasisPoints".
 */
export type BasisPoints = number

/**
 * The whole description of a shop: services, resources, forms, fees and policies.
 */
export interface Shop {
/**
 * Lets an editor complete and check.
 */
$schema?: string
/**
 * Identifier
 */
id: Id
profile: Profile
/**
 * An IANA zone, such as Asia/Shanghai.
 */
zone: string
/**
 * Currency
 */
currency: "CNY"
/**
 * The first is the default.
 * 
 * @minItems 1
 */
locales: ("zh-CN" | "en")[]
theme: Theme
/**
 * Opening hours
 */
hours: Schedule
/**
 * Levels of staff or places.
 * 
 * @maxItems 50
 */
levels?: Level[]
/**
 * Memberships
 * 
 * @maxItems 20
 */
memberships?: Membership[]
/**
 * Passes, memberships and stored value that customers hold: sold by an offering with `grants`, or given by the shop.
 * 
 * @maxItems 100
 */
entitlements?: Entitlement[]
/**
 * Categories
 * 
 * @maxItems 50
 */
categories?: Category[]
/**
 * Resources
 * 
 * @maxItems 500
 */
resources?: Resource[]
/**
 * Add-ons
 * 
 * @maxItems 200
 */
addOns?: AddOn[]
/**
 * Services
 * 
 * @minItems 1
 * @maxItems 500
 */
services: Service[]
/**
 * Forms
 * 
 * @minItems 1
 * @maxItems 100
 */
forms: Form[]
/**
 * Within a phase they are computed in this order.
 * 
 * @maxItems 200
 */
fees?: FeeRule[]
/**
 * All four; a service may replace some.
 */
policies: Policies
legal?: LegalTexts
brief?: Brief
publish?: Publishing
}
/**
 * Profile
 */
export interface Profile {
/**
 * Name
 */
name: Text
/**
 * Tagline
 */
tagline?: Text
/**
 * Description
 */
description?: Text
/**
 * Banner
 */
image?: Image
/**
 * Phone
 */
phone?: string
/**
 * Address
 */
address?: Text
location?: Location
/**
 * Notice
 */
notice?: Text
/**
 * The company named on the agreement and privacy pages.
 */
operator?: Text
}
/**
 * Text in several languages
 */
export interface TextInSeveralLanguages {
/**
 * Chinese
 */
"zh-CN": string
/**
 * English
 */
en?: string
}
/**
 * Location
 */
export interface Location {
/**
 * Latitude
 */
latitude: number
/**
 * Longitude
 */
longitude: number
}
/**
 * Theme
 */
export interface Theme {
/**
 * A hexadecimal colour; the template sees to the contrast.
 */
accent: string
/**
 * calm: soft cards and rounded shapes; crisp: flat lines, square corners, dense, strong type; warm: large pictures, generous type, tinted surfaces.
 */
look?: ("calm" | "crisp" | "warm")
/**
 * What a customer sees at first: system follows the phone, light, dark. Customers can change it in Me.
 */
appearance?: ("system" | "light" | "dark")
}
/**
 * When it is open through a week, and which dates differ. Wall-clock times keep their meaning on a day whose offset changes.
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Schedule".
 */
export interface Schedule {
/**
 * Ranges that repeat every week, in wall-clock time.
 * 
 * @maxItems 100
 */
weekly?: WeeklyRange[]
/**
 * A pause every day or on some days, such as lunch.
 * 
 * @maxItems 50
 */
breaks?: Break[]
/**
 * Days that differ from the week: holidays, closures, extra hours.
 * 
 * @maxItems 400
 */
exceptions?: DatedException[]
rotation?: Rotation
}
/**
 * Weekly range
 */
export interface WeeklyRange {
/**
 * Weekdays
 * 
 * @minItems 1
 */
days: Weekday[]
/**
 * From
 */
from: WallTime
/**
 * To
 */
to: WallTime
}
/**
 * Break
 */
export interface Break {
/**
 * Every day when left out.
 * 
 * @minItems 1
 */
days?: Weekday[]
/**
 * From
 */
from: WallTime
/**
 * To
 */
to: WallTime
}
/**
 * Dated exception
 */
export interface DatedException {
/**
 * First day
 */
from: Day
/**
 * Inclusive; one day when left out.
 */
to?: Day
/**
 * Replaces the weekly ranges; empty means closed.
 * 
 * @maxItems 10
 */
open: DayRange[]
/**
 * Shown to customers.
 */
reason?: Text
}
/**
 * Day range
 */
export interface DayRange {
/**
 * From
 */
from: WallTime
/**
 * To
 */
to: WallTime
}
/**
 * Shifts that repeat in a cycle; joined with the weekly ranges.
 */
export interface Rotation {
/**
 * The cycle begins on this day; no shift before it.
 */
from: Day
/**
 * 14 for two weeks in turn, 4 for two days on and two off.
 */
days: number
/**
 * Shifts
 * 
 * @maxItems 200
 */
shifts: Shift[]
}
/**
 * Shift
 */
export interface Shift {
/**
 * Days of the cycle, from 1.
 * 
 * @minItems 1
 * @maxItems 366
 */
on: number[]
/**
 * From
 */
from: WallTime
/**
 * To
 */
to: WallTime
}
/**
 * Level
 */
export interface Level {
/**
 * Identifier
 */
id: Id
/**
 * Title
 */
title: Text
}
/**
 * Membership
 */
export interface Membership {
/**
 * Identifier
 */
id: Id
/**
 * Title
 */
title: Text
}
/**
 * Entitlement
 */
export interface Entitlement {
/**
 * Identifier
 */
id: Id
/**
 * Title
 */
title: Text
/**
 * Description
 */
description?: Text
/**
 * pass: a number of visits; membership: a level; storedValue: money kept.
 */
kind: ("pass" | "membership" | "storedValue")
/**
 * For pass: one for each place; with per time, one for each place and stretch of time.
 */
uses?: number
/**
 * For pass. place: a place, however long; time: a stretch of time of a place, and one begun takes a use too. Where the price is by time, a pass with too few uses pays for as many stretches as it has; any other price is paid whole for a place, or not at all.
 */
per?: ("place" | "time")
/**
 * With per time.
 */
unitMinutes?: number
/**
 * For storedValue; may be more than its price.
 */
value?: Fen
/**
 * For membership: an identifier from the list of memberships.
 */
membership?: Id
/**
 * For good when left out.
 */
validDays?: number
/**
 * All when left out.
 * 
 * @maxItems 500
 */
services?: Id[]
/**
 * For pass: takes off the sums of these phases for each place.
 * 
 * @minItems 1
 * @maxItems 4
 */
covers?: ("base" | "option" | "addOn" | "surcharge")[]
}
/**
 * Category
 */
export interface Category {
/**
 * Identifier
 */
id: Id
/**
 * Title
 */
title: Text
}
/**
 * Resource
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Resource".
 */
export interface Resource {
/**
 * Identifier
 */
id: Id
/**
 * A person, room, court, vehicle or piece of equipment; not a user account.
 */
kind: ("staff" | "room" | "court" | "vehicle" | "equipment")
/**
 * Name
 */
name: Text
/**
 * An identifier from the list of levels.
 */
level?: Id
/**
 * Services look for resources by tag.
 * 
 * @maxItems 100
 */
tags?: Tag[]
/**
 * Introduction
 */
introduction?: Text
/**
 * Portrait
 */
image?: Image
/**
 * The opening hours of the shop when left out.
 */
schedule?: Schedule
/**
 * A pool (5 cleaners, 8 machines) may be one resource whose capacity is their number; a booking takes as many as it needs.
 */
capacity?: number
}
/**
 * Add-on
 */
export interface AddOn {
/**
 * Identifier
 */
id: Id
/**
 * Title
 */
title: Text
/**
 * Price (fen)
 */
price: Fen
/**
 * Extra minutes
 */
minutes?: Minutes
/**
 * At most
 */
max?: number
}
/**
 * Service
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Service".
 */
export interface Service {
/**
 * Identifier
 */
id: Id
/**
 * Title
 */
title: Text
/**
 * appointment: the customer chooses a start on the calendars of resources; session: dated classes or lectures with seats; registration: tickets with quotas, no time to choose.
 */
mode: ("appointment" | "session" | "registration")
/**
 * An identifier from the list of categories.
 */
category?: Id
/**
 * Summary
 */
summary?: Text
/**
 * Description
 */
description?: Text
/**
 * Image
 */
image?: Image
/**
 * In a row on the page of the service, larger at a tap: work, rooms, equipment.
 * 
 * @minItems 1
 * @maxItems 12
 */
gallery?: Image[]
/**
 * Duration (minutes)
 */
duration?: number
buffer?: BufferTime
/**
 * Which resources a booking claims.
 * 
 * @maxItems 10
 */
requirements?: Requirement[]
/**
 * Priced variants, such as by level of the stylist.
 * 
 * @minItems 1
 * @maxItems 50
 */
offerings: Offering[]
/**
 * Each needs one choice, such as the length of the hair.
 * 
 * @maxItems 10
 */
options?: Option[]
/**
 * Identifiers from the list of add-ons.
 * 
 * @maxItems 50
 */
addOns?: Id[]
/**
 * Form
 */
form: Id
/**
 * Each policy given here replaces the policy of that name of the shop whole.
 */
policies?: Policies
durationChoice?: ChoiceOfDuration
people?: Party
/**
 * Several tickets may share one; a ticket may count against several at once.
 * 
 * @maxItems 100
 */
quotas?: Quota[]
/**
 * For session.
 * 
 * @maxItems 200
 */
series?: Series[]
event?: EventTime
participants?: Participants
/**
 * The day of the start when left out (of a series the first; today where there is none).
 */
ageOn?: Day
/**
 * Eligibility
 * 
 * @maxItems 50
 */
eligibility?: Eligibility[]
/**
 * Always included, for every place.
 * 
 * @maxItems 50
 */
requiredAddOns?: Id[]
/**
 * Each participant chooses their own.
 */
addOnsEach?: boolean
/**
 * The form customers are asked for afterwards.
 */
feedback?: Id
/**
 * The form with which customers ask for an invoice once they have paid, such as title, tax number, e-mail. Without it they are not offered one.
 */
invoice?: Id
/**
 * appointment: may be booked right after another such service in one order.
 */
combinable?: boolean
}
/**
 * Time that also occupies the resource, such as cleaning; it may run past closing and into a break, never into another booking.
 */
export interface BufferTime {
/**
 * Before (minutes)
 */
before?: Minutes
/**
 * After (minutes)
 */
after?: Minutes
}
/**
 * Requirement
 */
export interface Requirement {
/**
 * Role
 */
role: Id
/**
 * Role title
 */
title: Text
/**
 * Kind of resource
 */
kind: ("staff" | "room" | "court" | "vehicle" | "equipment")
/**
 * Tags it must have
 * 
 * @maxItems 20
 */
tags?: Tag[]
/**
 * customer: the customer may name one, or take any; any: the system assigns fairly.
 */
choice?: ("customer" | "any")
/**
 * How many a booking takes; people: as many as the people of the order.
 */
quantity?: (number | "people")
part?: OnlyForAPart
}
/**
 * Such as a stylist who is free while the colour sets.
 */
export interface OnlyForAPart {
/**
 * From minute
 */
from: Minutes
/**
 * Minutes
 */
minutes: number
}
/**
 * Offering
 */
export interface Offering {
/**
 * Identifier
 */
id: Id
/**
 * Title
 */
title: Text
/**
 * Price (fen)
 */
price: Fen
/**
 * The duration of the service when left out.
 */
duration?: number
/**
 * Given only by resources of this level (of the first requirement); when any is assigned, the level of the one assigned decides the offering.
 */
level?: Id
/**
 * Description
 */
description?: Text
/**
 * booking: the order; person: each person; time: each stretch of time; personTime: each person and stretch. When left out: booking for appointment, person otherwise.
 */
per?: ("booking" | "person" | "time" | "personTime")
/**
 * With time and personTime; a part is charged by the minute. Minutes added by options and add-ons are not counted: these have prices of their own.
 */
unitMinutes?: number
/**
 * session: one occurrence; series: all of them.
 */
covers?: ("session" | "series")
/**
 * The price of the series by the share of sessions left.
 */
prorate?: boolean
/**
 * Identifiers of the service’s quotas.
 * 
 * @maxItems 20
 */
quotas?: Id[]
/**
 * Which this ticket may have besides.
 * 
 * @maxItems 50
 */
addOns?: Id[]
/**
 * Included in this ticket, counted in by itself.
 * 
 * @maxItems 50
 */
requiredAddOns?: Id[]
/**
 * Of this offering (ticket) alone.
 * 
 * @maxItems 20
 */
eligibility?: Eligibility[]
team?: Team
/**
 * Instead of that of the policy.
 */
approval?: ("none" | "beforePayment" | "afterPayment")
/**
 * On sale from
 */
opens?: Moment
/**
 * On sale until
 */
closes?: Moment
/**
 * An identifier from the list of entitlements: the pass, membership or stored value that is bought.
 */
grants?: Id
}
/**
 * Eligibility
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Eligibility".
 */
export interface Eligibility {
/**
 * Identifier
 */
id: Id
/**
 * Must hold, or the booking is refused.
 */
when: Condition
/**
 * Looked at for each participant (place); facts participant.* may be used.
 */
each?: boolean
/**
 * The field of the form where the refusal is shown.
 */
field?: string
/**
 * Shown to customers.
 */
message: Text
}
/**
 * All of
 */
export interface AllOf {
/**
 * All of
 * 
 * @minItems 1
 * @maxItems 50
 */
all: Condition[]
}
/**
 * Any of
 */
export interface AnyOf {
/**
 * Any of
 * 
 * @minItems 1
 * @maxItems 50
 */
any: Condition[]
}
/**
 * Negation
 */
export interface Negation {
not: Condition
}
/**
 * Comparison
 */
export interface Comparison {
/**
 * A name from the catalogue of facts, such as start.weekday; an answer of the form is answer.<field>.
 */
fact: string
/**
 * Operator
 */
op: ("eq" | "ne" | "lt" | "lte" | "gt" | "gte" | "in" | "notIn" | "contains" | "given" | "missing")
/**
 * Left out for given and missing.
 */
value?: ((string | number | boolean) | (string | number)[])
}
/**
 * How many of this ticket one order must have.
 */
export interface Team {
/**
 * Least
 */
min: number
/**
 * Most
 */
max: number
}
/**
 * Option
 */
export interface Option {
/**
 * Identifier
 */
id: Id
/**
 * Title
 */
title: Text
/**
 * Choices
 * 
 * @minItems 1
 * @maxItems 30
 */
choices: OptionChoice[]
}
/**
 * Option choice
 */
export interface OptionChoice {
/**
 * Identifier
 */
id: Id
/**
 * Title
 */
title: Text
/**
 * Extra price (fen)
 */
price?: Fen
/**
 * Extra minutes
 */
minutes?: Minutes
}
/**
 * Policies
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Policies".
 */
export interface Policies {
booking?: BookingPolicy
/**
 * Payment policy
 */
payment?: (PaymentPlan | ChoiceOfPlans)
cancellation?: CancellationPolicy
reschedule?: ReschedulePolicy
transfer?: Transfer
waitlist?: WaitingList
noShow?: NoShow
}
/**
 * Booking policy
 */
export interface BookingPolicy {
/**
 * Notice (minutes)
 */
notice?: Minutes
/**
 * Horizon (days)
 */
horizon?: number
/**
 * Step of starts (minutes)
 */
step?: number
/**
 * How long a chosen time is kept until it is paid.
 */
holdMinutes?: number
/**
 * No booking before it.
 */
opens?: Moment
/**
 * That minute included.
 */
closes?: Moment
/**
 * beforePayment: paid once approved; afterPayment: paid first, and given back whole when rejected. The place is kept meanwhile.
 */
approval?: ("none" | "beforePayment" | "afterPayment")
/**
 * Minutes to pay after approval
 */
payMinutes?: number
/**
 * Cancelled and expired ones do not count.
 * 
 * @maxItems 20
 */
limits?: Limit[]
}
/**
 * Limit
 */
export interface Limit {
/**
 * Services whose limits share an identifier are counted together.
 */
id: Id
/**
 * customer: each customer; answer.field: those who give the same answer; participant.field: each participant. Several together name one. Empty: everybody together.
 * 
 * @maxItems 5
 */
per: string[]
/**
 * What is counted
 */
count?: ("orders" | "places")
/**
 * At most
 */
max: number
/**
 * By the day of the start (a week begins on Monday); session is one and the same occurrence.
 */
within?: ("ever" | "day" | "week" | "month" | "session")
/**
 * Message when exceeded
 */
message?: Text
}
/**
 * In full
 */
export interface InFull {
/**
 * Kind
 */
kind: "full"
}
/**
 * Deposit
 */
export interface Deposit {
/**
 * Kind
 */
kind: "deposit"
/**
 * The part of the total that is paid now.
 */
rate?: BasisPoints
/**
 * Or a fixed amount.
 */
amount?: Fen
/**
 * The amount times the number of people.
 */
each?: boolean
/**
 * On site when left out.
 */
balance?: ("onSite" | Due)
/**
 * keep: reminded and kept; cancel: cancelled, the deposit treated as the cancellation policy says.
 */
overdue?: ("keep" | "cancel")
}
/**
 * One of the three.
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Due".
 */
export interface Due {
/**
 * By this moment
 */
at?: Moment
/**
 * Minutes before the start
 */
before?: Minutes
/**
 * Minutes after the order
 */
after?: Minutes
}
/**
 * Instalments
 */
export interface Instalments {
/**
 * Kind
 */
kind: "instalments"
/**
 * The last part is all that is left, and states no amount.
 * 
 * @minItems 2
 * @maxItems 12
 */
parts: Part[]
/**
 * When overdue
 */
overdue?: ("keep" | "cancel")
}
/**
 * Part
 */
export interface Part {
/**
 * This part (basis points)
 */
rate?: BasisPoints
/**
 * This part (fen)
 */
amount?: Fen
/**
 * Left out for the first: paid with the order.
 */
due?: Due
}
/**
 * On site
 */
export interface OnSite {
/**
 * Kind
 */
kind: "onSite"
}
/**
 * Nothing is charged; a price is a fault.
 */
export interface Free {
/**
 * Kind
 */
kind: "free"
}
/**
 * Choice of plans
 */
export interface ChoiceOfPlans {
/**
 * Kind
 */
kind: "choice"
/**
 * The first is the default.
 * 
 * @minItems 2
 * @maxItems 6
 */
plans: NamedPlan[]
}
/**
 * Named plan
 */
export interface NamedPlan {
/**
 * Identifier
 */
id: Id
/**
 * Title
 */
title: Text
/**
 * Payment
 */
payment: PaymentPlan
}
/**
 * Cancellation policy
 */
export interface CancellationPolicy {
/**
 * Refunds from early to late; a tier with neither `before` nor `until` also holds after the start; later than the last, nothing comes back.
 * 
 * @maxItems 20
 */
tiers: RefundTier[]
}
/**
 * Refund tier
 */
export interface RefundTier {
/**
 * Minutes before the start
 */
before?: Minutes
/**
 * Instead of `before`: a fixed moment.
 */
until?: Moment
/**
 * Refund of what was paid (basis points)
 */
refund: BasisPoints
/**
 * sessionsLeft: of the share of what was paid that the sessions left make up.
 */
basis?: ("paid" | "sessionsLeft")
}
/**
 * Reschedule policy
 */
export interface ReschedulePolicy {
/**
 * Times
 */
times: number
/**
 * At least before the start (minutes)
 */
before: Minutes
/**
 * All of them when left out.
 */
free?: number
/**
 * Fee for each further one (fen)
 */
fee?: Fen
}
/**
 * To another customer, who fills in the form anew; the price stays. No transfer when left out.
 */
export interface Transfer {
/**
 * Times
 */
times: number
/**
 * Until
 */
until?: Moment
/**
 * Minutes before the start
 */
before?: Minutes
}
/**
 * A line for what is full; whoever does not fit lets those behind pass and keeps their turn.
 */
export interface WaitingList {
/**
 * offer: kept for the first in line until they order; auto: booked at once and told (free services only).
 */
mode: ("offer" | "auto")
/**
 * Minutes an offer is kept
 */
offerMinutes?: number
/**
 * Most in line
 */
max?: number
}
/**
 * No-show
 */
export interface NoShow {
/**
 * Marked by itself after the end
 */
auto?: boolean
/**
 * Minutes after the end
 */
graceMinutes?: Minutes
/**
 * No-shows before a ban
 */
limit?: number
/**
 * Days of the ban
 */
banDays?: number
/**
 * phone: the phone number in the form.
 */
by?: ("customer" | "phone")
}
/**
 * The customer chooses how long, instead of a fixed duration; adjoining slots are written so too.
 */
export interface ChoiceOfDuration {
/**
 * Shortest (minutes)
 */
min: number
/**
 * Longest (minutes)
 */
max: number
/**
 * Step (minutes)
 */
step: number
}
/**
 * People in one order; 1 when left out (up to 20 for session and registration).
 */
export interface Party {
/**
 * Such as “Cleaners” or “Guests”.
 */
title?: Text
/**
 * Least
 */
min?: number
/**
 * Most
 */
max: number
}
/**
 * Quota
 */
export interface Quota {
/**
 * Identifier
 */
id: Id
/**
 * Title
 */
title?: Text
/**
 * Total
 */
total: number
}
/**
 * Series
 */
export interface Series {
/**
 * Identifier
 */
id: Id
/**
 * Title
 */
title?: Text
/**
 * Day of the first
 */
day: Day
/**
 * Starting time
 */
time: WallTime
/**
 * The duration of the service when left out.
 */
duration?: number
/**
 * An RRULE of iCalendar, such as FREQ=WEEKLY;COUNT=12; repeats by the clock on the wall. Once when left out.
 */
rrule?: string
/**
 * Days left out
 * 
 * @maxItems 400
 */
except?: Day[]
/**
 * Further occurrences
 * 
 * @maxItems 400
 */
also?: Moment[]
/**
 * Either this or rooms; with rooms, the seats are those of all rooms together.
 */
seats?: number
/**
 * Instead of seats: each person is given a room and a seat number when the order is confirmed. Rooms are filled in this order, people of one order together where a room has seats for all, lowest numbers first. The rooms are taken as resources are. For single sessions, not for a whole series.
 * 
 * @minItems 1
 * @maxItems 20
 */
rooms?: SeatingRoom[]
/**
 * Not open to appointments at these times.
 * 
 * @maxItems 20
 */
resources?: Id[]
/**
 * All when left out.
 * 
 * @maxItems 50
 */
offerings?: Id[]
/**
 * For offerings of the whole series; takes seats in the sessions left.
 */
lateJoin?: boolean
}
/**
 * Seating room
 */
export interface SeatingRoom {
/**
 * An identifier from the list of resources.
 */
resource: Id
/**
 * Seats
 */
seats: number
/**
 * false: only the room is given, no number.
 */
numbered?: boolean
}
/**
 * For registration; none where there is no date (such as selling passes).
 */
export interface EventTime {
/**
 * Day
 */
day: Day
/**
 * Starting time
 */
time: WallTime
/**
 * Last day
 */
endDay?: Day
/**
 * Ending time
 */
endTime: WallTime
/**
 * Place
 */
place?: Text
}
/**
 * Participants
 */
export interface Participants {
/**
 * Form of each
 */
form: Id
/**
 * everyone: one for each place; companions: for each beside the customer.
 */
who?: ("everyone" | "companions")
/**
 * Such as “Child” or “Runner”.
 */
title?: Text
}
/**
 * Form
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Form".
 */
export interface Form {
/**
 * Identifier
 */
id: Id
/**
 * Title
 */
title: Text
/**
 * Fields
 * 
 * @minItems 1
 * @maxItems 100
 */
fields: Field[]
/**
 * Pages
 * 
 * @maxItems 20
 */
pages?: Page[]
}
/**
 * Field
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Field".
 */
export interface Field {
/**
 * Starts with a lower-case letter; letters and digits; answer.<id> in conditions.
 */
id: string
/**
 * Kind
 */
kind: ("text" | "longText" | "number" | "choice" | "several" | "date" | "time" | "phone" | "personName" | "idDocument" | "address" | "region" | "file" | "image" | "signature" | "rating" | "consent" | "computed" | "group" | "note")
/**
 * Label
 */
label: Text
/**
 * Help
 */
help?: Text
/**
 * Placeholder
 */
placeholder?: Text
/**
 * Required
 */
required?: boolean
/**
 * Hidden otherwise, and what was filled in is not submitted.
 */
visibleWhen?: Condition
/**
 * Required when
 */
requiredWhen?: Condition
/**
 * Least length
 */
minLength?: number
/**
 * Greatest length
 */
maxLength?: number
/**
 * Lower bound of a number; fewest items of several.
 */
min?: number
/**
 * Maximum
 */
max?: number
/**
 * Whole numbers only
 */
integer?: boolean
/**
 * Earliest date
 */
from?: Day
/**
 * Latest date
 */
to?: Day
/**
 * Choices
 * 
 * @minItems 1
 * @maxItems 200
 */
choices?: FieldChoice[]
/**
 * What a note or a consent says.
 */
text?: Text
/**
 * An identifier from `pages`; the page of the field before when left out.
 */
page?: Id
/**
 * Opens a section at this field.
 */
section?: Text
/**
 * Chosen by kind and number of choices when left out.
 */
widget?: ("radio" | "select" | "stepper" | "slider" | "switch")
/**
 * A regular expression for text, matched against the whole; simple forms only (no nested repetition).
 */
pattern?: string
/**
 * Message when the pattern does not match
 */
patternMessage?: Text
/**
 * Default
 */
default?: (string | number | boolean | unknown[])
/**
 * For idDocument; all when left out. An ID card is checked by its check digit.
 * 
 * @minItems 1
 * @maxItems 3
 */
types?: ("idCard" | "passport" | "hkMacaoTaiwan")[]
/**
 * An idDocument field: with an ID card, the birth date (date) or the sex (choice male, female) is read off it.
 */
readFrom?: string
/**
 * The age (participant.age) is counted from it; from the first ID document when none is marked.
 */
birthDate?: boolean
/**
 * For file and image.
 */
maxCount?: number
/**
 * Largest size (bytes)
 */
maxBytes?: number
/**
 * Told by the content, not the name. When left out: jpg, png, webp for image, pdf as well for file.
 * 
 * @minItems 1
 * @maxItems 9
 */
accept?: ("jpg" | "png" | "webp" | "gif" | "heic" | "pdf" | "docx" | "xlsx" | "mp4")[]
/**
 * For region.
 */
level?: ("province" | "city" | "district")
/**
 * For computed: made from other answers, not asked.
 */
compute?: (Age | Sum | Product | Count)
/**
 * For group: a repeating group; min and max are the number of groups.
 * 
 * @minItems 1
 * @maxItems 30
 */
fields?: Field[]
}
/**
 * Field choice
 */
export interface FieldChoice {
/**
 * Identifier
 */
id: Id
/**
 * Title
 */
title: Text
}
/**
 * Age
 */
export interface Age {
/**
 * Kind
 */
kind: "age"
/**
 * Birth date
 */
of: string
/**
 * The day the service states when left out.
 */
on?: Day
}
/**
 * Sum
 */
export interface Sum {
/**
 * Kind
 */
kind: "sum"
/**
 * Fields
 * 
 * @minItems 1
 * @maxItems 20
 */
of: string[]
}
/**
 * Product
 */
export interface Product {
/**
 * Kind
 */
kind: "product"
/**
 * Fields
 * 
 * @minItems 1
 * @maxItems 20
 */
of: string[]
}
/**
 * Count
 */
export interface Count {
/**
 * Kind
 */
kind: "count"
/**
 * Of a several, upload or group field.
 */
of: string
}
/**
 * Page
 */
export interface Page {
/**
 * Identifier
 */
id: Id
/**
 * Title
 */
title: Text
}
/**
 * Fee rule
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "FeeRule".
 */
export interface FeeRule {
/**
 * Identifier
 */
id: Id
/**
 * Its name on the bill.
 */
label: Text
/**
 * Computed in the order base → option → addOn → surcharge → discount → coupon → entitlement → rounding; amounts of discount and coupon are taken off; rounding takes only round.
 */
phase: ("base" | "surcharge" | "discount" | "coupon" | "rounding")
/**
 * All services when left out.
 * 
 * @minItems 1
 */
services?: Id[]
/**
 * Always when left out.
 */
when?: Condition
/**
 * How it is worked out
 */
apply: (Flat | Percentage | PerPerson | PerUnit | PerDuration | Tiered | TableByTime | Cap | Minimum | Round)
/**
 * Discounts of one group do not add up: the one best for the customer is taken.
 */
bestOf?: Id
/**
 * Condition and amount are worked out for each participant (place); facts participant.* and place.* may be used.
 */
each?: boolean
/**
 * On a rule of the phase coupon: used when the customer gives this code; case does not matter.
 */
code?: string
/**
 * On a rule of the phase coupon: the mini-program lists it among the coupons and before paying, where a tap uses it. Otherwise only those who know the code can.
 */
listed?: boolean
budget?: BudgetOfTheCode
/**
 * The amount is raised to this.
 */
atLeast?: Fen
/**
 * The amount is cut to this.
 */
atMost?: Fen
}
/**
 * The same amount for every order (for each place where `each` is set).
 */
export interface Flat {
/**
 * Kind
 */
kind: "flat"
/**
 * Amount (fen)
 */
amount: Fen
}
/**
 * A share of the sum of these phases; rounded half up to a fen once per line.
 */
export interface Percentage {
/**
 * Kind
 */
kind: "percent"
/**
 * Rate (basis points)
 */
rate: BasisPoints
/**
 * Earlier phases only.
 * 
 * @minItems 1
 * @maxItems 6
 */
of: ("base" | "option" | "addOn" | "surcharge" | "discount" | "coupon")[]
/**
 * Charged only for the share of the time that lies in these ranges, by the minute.
 * 
 * @minItems 1
 * @maxItems 20
 */
during?: TimeOfDay[]
}
/**
 * Time of day
 */
export interface TimeOfDay {
/**
 * Every day when left out.
 * 
 * @minItems 1
 * @maxItems 7
 */
days?: Weekday[]
/**
 * From
 */
from: WallTime
/**
 * To
 */
to: WallTime
}
/**
 * Per person
 */
export interface PerPerson {
/**
 * Kind
 */
kind: "perPerson"
/**
 * For each person (fen)
 */
amount: Fen
/**
 * People included
 */
included?: number
}
/**
 * Per unit
 */
export interface PerUnit {
/**
 * Kind
 */
kind: "perUnit"
/**
 * A fact that is a number, such as answer.area.
 */
fact: string
/**
 * For each unit (fen)
 */
amount: Fen
/**
 * A part of a unit counts as one.
 */
unit?: number
/**
 * Included
 */
included?: number
}
/**
 * Per duration
 */
export interface PerDuration {
/**
 * Kind
 */
kind: "perDuration"
/**
 * For each stretch (fen)
 */
amount: Fen
/**
 * Minutes of a stretch
 */
minutes?: number
/**
 * Minutes included
 */
included?: Minutes
/**
 * For each person too
 */
perPerson?: boolean
/**
 * exact: by the minute; begun: a part counts as a whole.
 */
part?: ("exact" | "begun")
}
/**
 * The tier the number falls into gives the amount, or the share of the sums in `of`.
 */
export interface Tiered {
/**
 * Kind
 */
kind: "tiered"
/**
 * A fact that is a number, such as booking.people.
 */
fact: string
/**
 * Tiers
 * 
 * @minItems 1
 * @maxItems 50
 */
tiers: Tier[]
/**
 * Earlier phases only.
 * 
 * @minItems 1
 * @maxItems 6
 */
of?: ("base" | "option" | "addOn" | "surcharge" | "discount" | "coupon")[]
/**
 * The amount is for each unit within the tier, and the tiers are added up. Tiers that begin at 0 measure (the first 10, what is beyond), tiers that begin at 1 count (the 1st to the 10th, from the 11th).
 */
graduated?: boolean
}
/**
 * An amount or a rate.
 */
export interface Tier {
/**
 * From (included)
 */
from: number
/**
 * Amount (fen)
 */
amount?: Fen
/**
 * Rate (basis points)
 */
rate?: BasisPoints
}
/**
 * Table by time
 */
export interface TableByTime {
/**
 * Kind
 */
kind: "table"
/**
 * At any moment the first row that covers it counts.
 * 
 * @minItems 1
 * @maxItems 200
 */
rows: TableRow[]
/**
 * time: each stretch at its own rate, by the minute; start: once, by the starting time.
 */
basis?: ("time" | "start")
/**
 * With the basis time.
 */
minutes?: number
/**
 * For each person too
 */
perPerson?: boolean
}
/**
 * Table row
 */
export interface TableRow {
/**
 * Title
 */
title?: Text
/**
 * Every day when left out.
 * 
 * @minItems 1
 * @maxItems 7
 */
days?: Weekday[]
/**
 * On these days only.
 * 
 * @minItems 1
 * @maxItems 100
 */
dates?: StretchOfDays[]
/**
 * From
 */
from: WallTime
/**
 * To
 */
to: WallTime
/**
 * Amount (fen)
 */
amount: Fen
}
/**
 * Stretch of days
 */
export interface StretchOfDays {
/**
 * From
 */
from: Day
/**
 * To (included)
 */
to?: Day
}
/**
 * What the sum of these phases exceeds the amount by is taken off; in the phase discount.
 */
export interface Cap {
/**
 * Kind
 */
kind: "cap"
/**
 * At most (fen)
 */
amount: Fen
/**
 * Earlier phases only.
 * 
 * @minItems 1
 * @maxItems 6
 */
of: ("base" | "option" | "addOn" | "surcharge" | "discount" | "coupon")[]
}
/**
 * What the sum of these phases lacks is added; in the phase surcharge.
 */
export interface Minimum {
/**
 * Kind
 */
kind: "minimum"
/**
 * At least (fen)
 */
amount: Fen
/**
 * Earlier phases only.
 * 
 * @minItems 1
 * @maxItems 6
 */
of: ("base" | "option" | "addOn" | "surcharge" | "discount" | "coupon")[]
}
/**
 * In the phase rounding.
 */
export interface Round {
/**
 * Kind
 */
kind: "round"
/**
 * 100 is whole yuan.
 */
to: Fen
/**
 * Direction
 */
mode?: ("down" | "half" | "up")
}
/**
 * Unlimited where left out.
 */
export interface BudgetOfTheCode {
/**
 * Uses in all
 */
total?: number
/**
 * Uses per customer
 */
perCustomer?: number
}
/**
 * The standard texts of the template when left out.
 */
export interface LegalTexts {
/**
 * User agreement
 */
agreement?: Text
/**
 * Privacy notice
 */
privacy?: Text
}
/**
 * Brief
 */
export interface Brief {
/**
 * Why
 */
why?: Text
/**
 * For whom
 */
forWhom?: Text
/**
 * Scope
 */
scope?: Text
/**
 * Success measures
 * 
 * @maxItems 20
 */
measures?: Text[]
}
/**
 * Publishing
 */
export interface Publishing {
/**
 * Mini-program appid
 */
appid?: string
/**
 * The https address the released mini-program talks to.
 */
apiBase?: string
/**
 * Templates chosen in WeChat’s console: on which events one is sent, and what each of its fields holds. One consent of the customer allows one message.
 * 
 * @maxItems 10
 */
messages?: Message[]
}
/**
 * Message
 */
export interface Message {
/**
 * Template id
 */
template: string
/**
 * Events
 * 
 * @minItems 1
 */
events: ("order.awaiting_approval" | "order.approved" | "order.rejected" | "order.confirmed" | "order.expired" | "order.cancelled" | "order.partly_cancelled" | "order.rescheduled" | "order.transferred" | "order.balance_due" | "order.balance_overdue" | "order.completed" | "order.no_show" | "refund.succeeded" | "invoice.issued" | "entitlement.granted" | "reminder.due" | "waitlist.joined" | "waitlist.offered" | "waitlist.lapsed" | "waitlist.booked")[]
fields: Fields
}
/**
 * Names of the template’s fields (thing1, time2) and what they hold: status, service, time, place, amount, number, next.
 */
export interface Fields {
[k: string]: "status" | "service" | "time" | "place" | "amount" | "number" | "next"
}
