import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import fc from 'fast-check'
import { unifiedDiff } from '../../src/cli/unifiedDiff.ts'

const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

describe('a unified diff', () => {
  it('shows a change with three lines around it', () => {
    const before = text(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
    expect(unifiedDiff('a', before, before.replace('5', 'five'))).to.deep.equal([
      '--- a',
      '+++ a',
      '@@ -2,7 +2,7 @@',
      ' 2',
      ' 3',
      ' 4',
      '-5',
      '+five',
      ' 6',
      ' 7',
      ' 8',
    ])
  })
  it('is understood by git', () => {
    const line = fc.constantFrom('a', 'b', 'c', 'd')
    const lines = fc.array(line, { minLength: 1, maxLength: 30 })
    const folder = mkdtempSync(join(tmpdir(), 'kaidian-diff-'))
    try {
      fc.assert(
        fc.property(lines, lines, (a, b) => {
          const [before, after] = [text(a), text(b)]
          if (before === after) return
          writeFileSync(join(folder, 'f'), before)
          writeFileSync(join(folder, 'patch'), `${unifiedDiff('f', before, after).join('\n')}\n`)
          execFileSync('git', ['apply', '-p0', '--unidiff-zero', 'patch'], { cwd: folder, stdio: 'pipe' })
          expect(readFileSync(join(folder, 'f'), 'utf8')).to.equal(after)
        }),
        { numRuns: 25 },
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
