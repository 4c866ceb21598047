import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

const source = await readFile(new URL('./measure-page.js', import.meta.url), 'utf8')

/** What WeChat's design guide and Apple's ask of anything a finger is to hit. */
const TARGET_PX = 44

/** What on the page is cut off, broken or too small to hit, a line each. */
export async function measured(page: Page, where: string): Promise<string[]> {
  await page.evaluate(source)
  const found = await page.evaluate<string[]>(`measurePage(${TARGET_PX})`)
  return found.map((fault) => `${where}: ${fault}`)
}
