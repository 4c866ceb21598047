/** What somebody needs who takes an order over: its code, and what it is for, so that the right form is shown. */
export interface Invitation {
  readonly code: string
  readonly service: string
  /** Offering of each place. */
  readonly offerings: readonly string[]
  /** Day of the start at the shop; null where there is none. */
  readonly day: string | null
}

const BETWEEN = '~'
const LIST = '.'
const PATH = '/pages/transfer/index'

/** `K7Q29F3M~run~half.half~2027-04-18`: short enough to be typed off a message. */
export const invitationText = ({ code, service, offerings, day }: Invitation): string =>
  [code, service, offerings.join(LIST), ...(day ? [day] : [])].join(BETWEEN)

/** The page that takes it over. */
export const invitationPath = (invitation: Invitation): string =>
  `${PATH}?of=${encodeURIComponent(invitationText(invitation))}`

const PATTERN = /([A-Z0-9-]{6,64})~([a-z][a-z0-9-]*)~([a-z0-9.-]+)(?:~(\d{4}-\d\d-\d\d))?/i

/** Finds the invitation in whatever was pasted, a link or a whole message; null where there is none. */
export const invitationIn = (pasted: string): Invitation | null => {
  const [, code, service, offerings, day = null] = PATTERN.exec(decoded(pasted)) ?? []
  return code && service && offerings ? { code, service, offerings: offerings.split(LIST), day } : null
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
