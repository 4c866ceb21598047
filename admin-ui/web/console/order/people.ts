import type { FormField, PublicService } from '@kaidian/runtime/domain/booking.ts'
import type { ConsoleOrder } from '../server/shapes.ts'

/** One place of an order, with whom it is for. */
export interface Person {
  /** Of the place, from 0. */
  readonly index: number
  /** The first name among the answers, masked unless revealed; null where nobody is named. */
  readonly name: string | null
  /** Ids of the ticket and of what goes with it. */
  readonly offering: string
  readonly addOns: Readonly<Record<string, number>>
  readonly withdrawn: boolean
  /** Null where this one was not asked. */
  readonly answers: Readonly<Record<string, unknown>> | null
}

type Part = Pick<ConsoleOrder, 'selection' | 'withdrawn' | 'participants'>

/**
 * Everybody an order is for. Where only companions are asked, the first place is the customer's own.
 * @param service as the shop has it now; undefined when it has it no longer
 * @param fields of the participants' form
 */
export function peopleOf(
  { selection, withdrawn, participants }: Part,
  service: Pick<PublicService, 'participants'> | undefined,
  fields: readonly FormField[],
): readonly Person[] {
  const before = service?.participants?.who === 'companions' ? 1 : 0
  const nameFields = fields.filter(({ kind }) => kind === 'personName').map(({ id }) => id)
  return selection.places.map(({ offering, addOns }, index) => {
    const answers = participants[index - before] ?? null
    const name = nameFields.map((id) => answers?.[id]).find((value) => typeof value === 'string' && value !== '')
    return {
      index,
      name: typeof name === 'string' ? name : null,
      offering,
      addOns,
      withdrawn: withdrawn.includes(index),
      answers,
    }
  })
}
