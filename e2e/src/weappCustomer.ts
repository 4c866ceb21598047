import type { Driver } from 'kaidian'

/** Signs in when the sheet asks for it. */
export const signInByTap = (app: Driver): Promise<void> => app.press('sign-in-submit')

/** Answers fields of the form that is shown: a text that is typed, the id of a choice, or true for a tick. */
export async function answerOn(app: Driver, answers: Readonly<Record<string, string | true>>): Promise<void> {
  for (const [id, given] of Object.entries(answers)) {
    const field = `field-${id}`
    const choice = `${field}-${String(given)}`
    await app.settled()
    await app.until(field, () => app.exists(field) || app.exists(choice) || app.exists(`field-row-${id}`))
    if (given === true) app.tap(field)
    else if (app.exists(choice)) app.tap(choice)
    else app.input(field, given)
  }
}

/** Waits until an element says `text`: a price follows what is filled in. */
export const says = (app: Driver, id: string, text: string): Promise<void> =>
  app.until(`${id} to say ${text}`, () => app.exists(id) && app.textOf(id).replaceAll('\n', '').includes(text))

/** Ticks the terms and pays. */
export async function acceptAndPay(app: Driver): Promise<void> {
  await app.press('accept')
  await app.until('the tick', () => app.shows('accept', 'tick-box-on') && !app.shows('pay', 'action-off'))
  app.tap('pay')
}

/** Opens the order from the result. */
export async function seeOrder(app: Driver): Promise<void> {
  await app.press('see-order')
  await app.until('the order', () => app.exists('order-number'))
}

/** Taps the first element whose id begins so. */
export async function pressFirst(app: Driver, beginning: string): Promise<void> {
  await app.until(`${beginning}…`, () => app.find((id) => id.startsWith(beginning)) !== undefined)
  await app.press(app.find((id) => id.startsWith(beginning)) ?? '')
}

/** Of home cleaning: from the home page to its form, at ten o'clock of `day`. */
export async function toCleaningForm(app: Driver, day: string): Promise<void> {
  await app.press('service-cleaning')
  await app.press('next')
  await app.press(`day-${day}`)
  await app.press('start-10-00')
  await app.press('next')
  await signInByTap(app)
}

/** Of home cleaning: what its form asks. */
export const CLEANING = {
  name: '韩梅',
  phone: '13800138007',
  zone: 'inner',
  address: '万航渡路 2 号',
  area: '60',
  pets: 'no',
}

/** Of the coding school: the forms of a parent and one child, to the price. */
export async function fillInFamily(app: Driver, phone: string): Promise<void> {
  await answerOn(app, { name: '王芳', phone, relation: 'mother', photos: 'no', terms: true })
  await app.press('next')
  await answerOn(app, { name: '王小明', birthDate: '2019-05-01', grade: 'grade-2', allergy: 'no' })
  await app.press('next')
}

/** Of home cleaning: from the home page to its price. */
export async function toCleaningPrice(app: Driver, day: string): Promise<void> {
  await toCleaningForm(app, day)
  await answerOn(app, CLEANING)
  await app.press('next')
  await app.until('the price', () => app.exists('quote-total'))
}
