/** `npm run scenarios [-- shop [number]]`: plays the cases of every shop; exits with 1 where one differs. */
import { caseFiles } from './case.ts'
import { openGround } from './ground.ts'
import { play } from './play.ts'

const [shop, number] = process.argv.slice(2)
const files = caseFiles().filter(({ name }) => shop === undefined || name === shop)
if (files.length === 0) {
  process.stderr.write(
    `There is no shop “${shop}”; there are ${caseFiles()
      .map(({ name }) => name)
      .join(', ')}.\n`,
  )
  process.exit(1)
}

const ground = await openGround()
let [passed, total] = [0, 0]
for (const named of files) {
  const cases = named.file.cases.filter((one) => number === undefined || one.number === Number(number))
  const lines: string[] = []
  for (const one of cases) {
    const fault = await play(ground, named, one).catch((error: Error) => error.message)
    if (fault !== undefined) lines.push(`    ${one.number} ${one.title}\n      ${fault.replaceAll('\n', '\n      ')}`)
  }
  total += cases.length
  passed += cases.length - lines.length
  process.stdout.write(`${named.name.padEnd(16)} ${cases.length - lines.length}/${cases.length}\n`)
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`)
}
process.stdout.write(`${'all'.padEnd(16)} ${passed}/${total}\n`)
await ground.close()
process.exit(passed === total && total > 0 ? 0 : 1)
