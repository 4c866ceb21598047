import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** What axe finds on the page as it stands, serious or worse, against WCAG 2.1 A and AA: one line for each element. */
export async function faults(page: Page, where: string): Promise<string[]> {
  await page.evaluate(source)
  const found = await page.evaluate(async () => {
    const { axe, document } = globalThis as unknown as {
      axe: { run(context: unknown, options: unknown): Promise<{ violations: Finding[] }> }
      document: unknown
    }
    const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
    return (await axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] }))
      .violations
  })
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => {
        const why = failureSummary?.split('\n')[1]?.trim() ?? ''
        return `${where}: ${id}: ${html.slice(0, 160)} ${why}`
      }),
    )
}
