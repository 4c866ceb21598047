import { transform } from 'esbuild'
import type { OutputFile } from '../../src/files.ts'

/** @returns one line for each source that does not parse. */
export async function syntaxFaults(files: readonly OutputFile[]): Promise<string[]> {
  const faults = await Promise.all(
    files.map(async ({ path, content }) => {
      const loader = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js'
      try {
        await transform(String(content), { loader, jsx: 'automatic', logLevel: 'silent' })
        return []
      } catch (error) {
        return [`${path}: ${(error as Error).message}`]
      }
    }),
  )
  return faults.flat()
}
