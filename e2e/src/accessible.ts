import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

const WHOLE = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }
const CONTRAST = { type: 'rule', values: ['color-contrast'] }

/**
 * What axe finds on the page as it stands, serious or worse, against WCAG 2.1 A and AA: one line for each element.
 * `colours`: its contrast alone, for a page that is looked at again in other colours.
 */
export async function faults(page: Page, where: string, colours = false): Promise<string[]> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(source)
  const found = await page.evaluate(
    async (runOnly) => {
      const { axe, document } = globalThis as unknown as {
        axe: { run(context: unknown, options: unknown): Promise<{ violations: Finding[] }> }
        document: unknown
      }
      return (await axe.run(document, { runOnly, resultTypes: ['violations'] })).violations
    },
    colours ? CONTRAST : WHOLE,
  )
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => {
        const why = failureSummary?.split('\n')[1]?.trim() ?? ''
        return `${where}: ${id}: ${html.slice(0, 160)} ${why}`
      }),
    )
}
