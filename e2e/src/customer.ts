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
