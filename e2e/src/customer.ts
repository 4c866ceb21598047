import type { FrameLocator, Page } from 'playwright-core'

/** Where the mini-program's web edition shows: a page of its own, or the studio's phone frame. */
export type Screen = Page | FrameLocator

/** The topmost of the stacked pages' elements. */
export const shown = (screen: Screen, selector: string) => screen.locator(`${selector}:visible`).last()
export const tap = (screen: Screen, selector: string) => shown(screen, selector).click()

/** Browses from the home page to a free start with the director, and signs in when asked to. */
export async function chooseAndSignIn(screen: Screen, phone: string): Promise<void> {
  await tap(screen, '#service-cut')
  await tap(screen, '#offering-director')
  await tap(screen, '#next')
  await tap(screen, '[id^="start-"]')
  await tap(screen, '#next')
  await signIn(screen, phone)
}

/** Signs in by the code that the simulated message holds. */
export async function signIn(screen: Screen, phone: string): Promise<void> {
  await shown(screen, '#sign-in-phone input').fill(phone)
  await tap(screen, '#sign-in-send')
  const words = await shown(screen, '#sign-in-simulated-code').textContent()
  await shown(screen, '#sign-in-code input').fill(/\d{6}/.exec(words ?? '')?.[0] ?? '')
  await tap(screen, '#sign-in-submit')
}

/** Fills in the form and goes on to the price. */
export async function fillIn(screen: Screen, name: string, phone: string): Promise<void> {
  await shown(screen, '#field-name input').fill(name)
  await shown(screen, '#field-phone input').fill(phone)
  await tap(screen, '#next')
  await shown(screen, '#quote-total').waitFor()
}

/** Accepts the terms and pays at the simulated cashier. */
export async function pay(screen: Screen): Promise<void> {
  await tap(screen, '#accept')
  await tap(screen, '#pay')
  await screen.getByRole('button', { name: '确认支付' }).click()
  await screen.locator('#see-order:visible').waitFor()
}

/** Answers fields of the form that is shown: a text that is typed, the id of a choice, or true for a tick. */
export async function answer(screen: Screen, answers: Readonly<Record<string, string | true>>): Promise<void> {
  for (const [id, given] of Object.entries(answers)) {
    await shown(screen, `#field-row-${id}, #field-${id}`).waitFor()
    if (given === true) await tap(screen, `#field-${id}`)
    else if (await screen.locator(`[id="field-${id}-${given}"]:visible`).count())
      await tap(screen, `[id="field-${id}-${given}"]`)
    else await typed(screen, id).fill(given)
  }
}

/** Where the text of a field is typed: the element itself, or the native one within Taro's. */
const typed = (screen: Screen, id: string) =>
  screen
    .locator(`input#field-${id}:visible, textarea#field-${id}:visible, #field-${id}:visible :is(input, textarea)`)
    .last()

/** Pays at the simulated cashier, and opens the order from the result. */
export async function payAndSee(screen: Screen): Promise<void> {
  await screen.getByRole('button', { name: '确认支付' }).click()
  await tap(screen, '#see-order')
  await shown(screen, '#order-number').waitFor()
}
