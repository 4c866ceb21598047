import { expect } from 'chai'
import { caseFiles } from '../../scenarios/case.ts'
import { openGround, type Ground } from '../../scenarios/ground.ts'
import { play } from '../../scenarios/play.ts'

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

  for (const named of files)
    describe(named.name, () => {
      for (const one of named.file.cases)
        it(`check ${one.number}: ${one.title}`, async () => {
          expect(await play(ground, named, one)).to.equal(undefined)
        })
    })
})
