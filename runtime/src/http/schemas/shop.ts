import { FIELD_KINDS } from '../../domain/index.ts'
import {
  boolean,
  constant,
  fen,
  integer,
  list,
  nullable,
  number,
  object,
  oneOf,
  ref,
  string,
  type Schema,
} from './build.ts'

const entry = object({ id: string, title: ref('Words') })
const words = nullable(ref('Words'))

/** Shapes of `domain/booking.ts` that describe a shop. */
export const shopSchemas: Readonly<Record<string, Schema>> = {
  Shop: object({
    id: string,
    version: { ...string, description: 'Hash of the description.' },
    zone: string,
    currency: constant('CNY'),
    locales: list(oneOf('zh-CN', 'en')),
    theme: object({ accent: string }),
    profile: object({
      name: ref('Words'),
      tagline: words,
      description: words,
      image: nullable(string),
      phone: nullable(string),
      address: words,
      location: nullable(object({ latitude: number, longitude: number })),
      notice: words,
      operator: words,
    }),
    hours: list(object({ days: list(string), ranges: list(string) })),
    categories: list(entry),
    services: list(ref('Service')),
    resources: list(ref('Resource')),
    addOns: list(object({ id: string, title: ref('Words'), price: fen, minutes: integer })),
    forms: list(ref('Form')),
    legal: object({ agreement: words, privacy: words }),
    simulated: { ...boolean, description: 'True: no money moves.' },
  }),
  Service: object({
    id: string,
    title: ref('Words'),
    category: nullable(string),
    summary: words,
    description: words,
    image: nullable(string),
    duration: integer,
    priceFrom: fen,
    priceTo: fen,
    offerings: list(
      object({ id: string, title: ref('Words'), price: fen, duration: integer, level: nullable(string) }),
    ),
    options: list(
      object({
        id: string,
        title: ref('Words'),
        choices: list(object({ id: string, title: ref('Words'), price: fen, minutes: integer })),
      }),
    ),
    addOns: list(string),
    form: string,
    requirements: list(
      object({ role: string, title: ref('Words'), choice: oneOf('customer', 'any'), resources: list(string) }),
    ),
    terms: object({
      booking: list(ref('Words')),
      payment: ref('Words'),
      cancellation: list(ref('Words')),
      reschedule: ref('Words'),
    }),
    booking: object({ noticeMinutes: integer, horizonDays: integer, holdMinutes: integer }),
  }),
  Resource: object({
    id: string,
    kind: oneOf('staff', 'room', 'court', 'vehicle', 'equipment'),
    name: ref('Words'),
    level: nullable(entry),
    introduction: words,
    image: nullable(string),
  }),
  Form: object({ id: string, title: ref('Words'), fields: list(ref('FormField')) }),
  FormField: object(
    {
      id: string,
      kind: oneOf(...Object.keys(FIELD_KINDS)),
      label: ref('Words'),
    },
    {
      help: ref('Words'),
      placeholder: ref('Words'),
      text: ref('Words'),
      required: boolean,
      visibleWhen: ref('Condition'),
      requiredWhen: ref('Condition'),
      minLength: integer,
      maxLength: integer,
      min: number,
      max: number,
      integer: boolean,
      from: string,
      to: string,
      choices: list(entry),
    },
  ),
  Condition: {
    anyOf: [
      object({ all: list(ref('Condition')) }),
      object({ any: list(ref('Condition')) }),
      object({ not: ref('Condition') }),
      object({ fact: string, op: string }, { value: {} }),
    ],
    description: 'A closed tree over facts; see the shop language.',
  },
}
