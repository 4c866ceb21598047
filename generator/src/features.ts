import type { PublicForm, PublicShop } from '@kaidian/runtime/domain'

const NAMES = [
  /** Services by time: the page of free starts. */
  'appointments',
  /** Services with dates of their own: the page of sessions. */
  'sessions',
  /** Services with tickets. */
  'tickets',
  'waitlist',
  /** Passes, memberships, stored value. */
  'entitlements',
  'coupons',
  /** Coupons that are shown to everybody: a page of them, and a tap before paying. */
  'listedCoupons',
  /** Several ways to pay, among which the customer chooses. */
  'plans',
  /** Orders that may be passed on to somebody else. */
  'transfers',
  'feedback',
  /** Invoices that customers may ask for. */
  'invoices',
  /** Forms that are filled in for each person. */
  'participants',
  // Kinds of fields that bring code of their own.
  'files',
  'signatures',
  'documents',
  'regions',
  'addresses',
  'groups',
] as const

/** Functions an app has or has not. What is not there leaves no page, no component and no request behind. */
export type Features = Readonly<Record<(typeof NAMES)[number], boolean>>

type Kind = PublicForm['fields'][number]['kind']

const kindsIn = (fields: PublicForm['fields']): Kind[] =>
  fields.flatMap((field) => [field.kind, ...kindsIn(field.fields ?? [])])

/** What a shop's customers can come to use. */
export function featuresOf({ services, entitlements, coupons, forms }: PublicShop): Features {
  const modes = new Set(services.map(({ mode }) => mode))
  const kinds = new Set(forms.flatMap(({ fields }) => kindsIn(fields)))
  return {
    appointments: modes.has('appointment'),
    sessions: modes.has('session'),
    tickets: modes.has('registration'),
    waitlist: services.some(({ waitlist }) => waitlist),
    entitlements: entitlements.length > 0,
    coupons: services.some(({ coupons }) => coupons),
    listedCoupons: services.some((service) => service.coupons) && coupons.length > 0,
    plans: services.some(({ plans }) => plans.length > 0),
    transfers: services.some(({ terms }) => terms.transfer !== null),
    invoices: services.some(({ invoice }) => invoice !== null),
    feedback: services.some(({ feedback }) => feedback !== null),
    participants: services.some(({ participants }) => participants !== null),
    files: kinds.has('file') || kinds.has('image'),
    signatures: kinds.has('signature'),
    documents: kinds.has('idDocument'),
    regions: kinds.has('region'),
    addresses: kinds.has('address'),
    groups: kinds.has('group'),
  }
}

/** For a build that has to show any shop, such as the preview. */
export const ALL_FEATURES = Object.fromEntries(NAMES.map((name) => [name, true])) as Features
