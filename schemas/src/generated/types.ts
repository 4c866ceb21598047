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
 * Tag
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Tag".
 */
export type Tag = string
/**
 * An integer number of fen: 8800 is ¥88.
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Fen".
 */
export type Fen = number
/**
 * Minutes
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Minutes".
 */
export type Minutes = number
/**
 * An integer number of ten-thousandths: 1000 is 10%.
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "BasisPoints".
 */
export type BasisPoints = number
/**
 * A closed tree without code, for visibility, eligibility and fees.
 * 
 * This interface was referenced by `Shop`'s JSON-Schema
 * via the `definition` "Condition".
 */
export type Condition = (AllOf | AnyOf | Negation | Comparison)

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
weekly: WeeklyRange[]
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
 * appointment: the customer chooses a start on the calendars of resources.
 */
mode: "appointment"
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
 * Duration (minutes)
 */
duration: number
buffer?: BufferTime
/**
 * Which resources a booking claims.
 * 
 * @minItems 1
 * @maxItems 10
 */
requirements: Requirement[]
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
payment?: (FullPayment | DepositPayment | OnSitePayment)
cancellation?: CancellationPolicy
reschedule?: ReschedulePolicy
}
/**
 * Booking policy
 */
export interface BookingPolicy {
/**
 * Notice (minutes)
 */
notice: Minutes
/**
 * Horizon (days)
 */
horizon: number
/**
 * Step of starts (minutes)
 */
step: number
/**
 * How long a chosen time is kept until it is paid.
 */
holdMinutes?: number
}
/**
 * Full payment
 */
export interface FullPayment {
/**
 * Kind
 */
kind: "full"
}
/**
 * Deposit payment
 */
export interface DepositPayment {
/**
 * Kind
 */
kind: "deposit"
/**
 * The part of the total due now; the rest is paid in the shop.
 */
rate: BasisPoints
}
/**
 * On site payment
 */
export interface OnSitePayment {
/**
 * Kind
 */
kind: "onSite"
}
/**
 * Cancellation policy
 */
export interface CancellationPolicy {
/**
 * Refund by time left; nothing after the last tier.
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
 * At least before the start (minutes)
 */
before: Minutes
/**
 * Refund of what was paid (basis points)
 */
refund: BasisPoints
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
}
/**
 * Field
 */
export interface Field {
/**
 * Starts with a lower-case letter; letters and digits; answer.<id> in conditions.
 */
id: string
/**
 * Kind
 */
kind: ("text" | "longText" | "number" | "choice" | "several" | "date" | "time" | "phone" | "personName" | "rating" | "consent" | "note")
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
 * Computed in the order base → option → addOn → surcharge → discount → coupon → entitlement → rounding; rules join in at surcharge and discount, and amounts of a discount are taken off.
 */
phase: ("surcharge" | "discount")
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
 * How much
 */
apply: (FlatAmount | Percentage)
/**
 * Discounts of one group do not add up: the one best for the customer is taken.
 */
bestOf?: Id
}
/**
 * Flat amount
 */
export interface FlatAmount {
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
 * Percentage
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
 * The sum of these phases; rounded half up to a fen once.
 * 
 * @minItems 1
 */
of: ("base" | "option" | "addOn" | "surcharge")[]
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
}
