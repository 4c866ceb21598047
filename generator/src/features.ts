import type { PublicForm, PublicShop } from '@kaidian/runtime/domain'

/** Functions an app has or has not. What is not there leaves no page, no component and no request behind. */
export interface Features {
  /** Services by time: the page of free starts. */
  readonly appointments: boolean
  /** Services with dates of their own: the page of sessions. */
  readonly sessions: boolean
  /** Services with tickets. */
  readonly tickets: boolean
  readonly waitlist: boolean
  /** Passes, memberships, stored value. */
  readonly entitlements: boolean
  readonly coupons: boolean
  /** Several ways to pay, among which the customer chooses. */
  readonly plans: boolean
  /** Orders that may be passed on to somebody else. */
  readonly transfers: boolean
  readonly feedback: boolean
  /** Forms that are filled in for each person. */
  readonly participants: boolean
  /** Kinds of fields that bring code of their own. */
  readonly files: boolean
  readonly signatures: boolean
  readonly documents: boolean
  readonly regions: boolean
  readonly addresses: boolean
  readonly groups: boolean
}

type Kind = PublicForm['fields'][number]['kind']

const kindsIn = (fields: PublicForm['fields']): Kind[] =>
  fields.flatMap((field) => [field.kind, ...kindsIn(field.fields ?? [])])

/** What a shop's customers can come to use. */
export function featuresOf({ services, entitlements, forms }: PublicShop): Features {
  const modes = new Set(services.map(({ mode }) => mode))
  const kinds = new Set(forms.flatMap(({ fields }) => kindsIn(fields)))
  return {
    appointments: modes.has('appointment'),
    sessions: modes.has('session'),
    tickets: modes.has('registration'),
    waitlist: services.some(({ waitlist }) => waitlist),
    entitlements: entitlements.length > 0,
    coupons: services.some(({ coupons }) => coupons),
    plans: services.some(({ plans }) => plans.length > 0),
    transfers: services.some(({ terms }) => terms.transfer !== null),
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
export const ALL_FEATURES: Features = {
  appointments: true,
  sessions: true,
  tickets: true,
  waitlist: true,
  entitlements: true,
  coupons: true,
  plans: true,
  transfers: true,
  feedback: true,
  participants: true,
  files: true,
  signatures: true,
  documents: true,
  regions: true,
  addresses: true,
  groups: true,
}
