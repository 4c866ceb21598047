import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { caseFiles } from '../../scenarios/case.ts'
import { openGround, type Ground } from '../../scenarios/ground.ts'
import { play } from '../../scenarios/play.ts'
import { STEPS } from '../../scenarios/steps/index.ts'

/** How many numbered checks each scenario has. */
const CHECKS = { salon: 14, 'coding-school': 13, 'city-run': 15, 'home-cleaning': 8, lecture: 6 }

describe('the scenarios', function () {
  this.timeout(180_000)
  const files = caseFiles()
  let ground: Ground
  before(async () => {
    ground = await openGround()
  })
  after(() => ground.close())

  it('have every numbered check once', () => {
    for (const [shop, count] of Object.entries(CHECKS)) {
      const numbers = files.find(({ name }) => name === shop)?.file.cases.map(({ number }) => number)
      expect(numbers, shop).to.deep.equal(Array.from({ length: count }, (_, at) => at + 1))
    }
  })

  it('are told in the steps that the README has, each with what it takes', () => {
    const text = readFileSync(new URL('../../scenarios/README.md', import.meta.url), 'utf8')
    const rows =
      text
        .split('\n| step |')[1]
        ?.split('\n')
        .slice(2)
        .filter((row) => row.startsWith('|')) ?? []
    const told = new Map(
      rows.flatMap((row) => {
        const [names = '', takes = ''] = row.split('|').slice(1, 3)
        return names.match(/\w+/g)?.map((name) => [name, takes] as const) ?? []
      }),
    )
    expect([...told.keys()]).to.have.members(Object.keys(STEPS))
    for (const [name, { takes }] of Object.entries(STEPS))
      for (const key of takes)
        expect(`${told.get(name)} ${told.get(name)?.includes('as `quote`') ? told.get('quote') : ''}`, name).to.include(
          `\`${key}\``,
        )
  })

  for (const named of files)
    describe(named.name, () => {
      for (const one of named.file.cases)
        it(`check ${one.number}: ${one.title}`, async () => {
          expect(await play(ground, named, one)).to.equal(undefined)
        })
    })
})
