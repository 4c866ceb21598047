import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { listOf, recordOf, valueAt, withValue } from '../../web/studio/draft/document.ts'
import { judge } from '../../web/studio/draft/judge.ts'
import { fits, withAbility } from '../../web/studio/services/ability.ts'

const salon: unknown = JSON.parse(
  readFileSync(new URL('../../../schemas/examples/salon.json', import.meta.url), 'utf8'),
)

const able = (document: unknown, requirement: string): string[] =>
  listOf(valueAt(document, '/resources'))
    .filter((resource) => fits(resource, valueAt(document, requirement)))
    .map((resource) => String(recordOf(resource)['id']))

const PERM = '/services/1/requirements/0'
const DYE = '/services/2/requirements/0'

describe('who can do a service', () => {
  it('is read from the tags', () => {
    expect(able(salon, PERM)).to.deep.equal(['stylist-1'])
    expect(able(salon, DYE)).to.deep.equal(['stylist-1', 'stylist-2'])
  })

  it('changes for one person and one service', () => {
    const more = withAbility(salon, PERM, 2, true)
    expect(able(more, PERM)).to.deep.equal(['stylist-1', 'stylist-3'])
    expect(able(more, DYE)).to.deep.equal(able(salon, DYE))
    expect(able(withAbility(more, PERM, 0, false), PERM)).to.deep.equal(['stylist-3'])
  })

  it('does not change other services that look for the same tag', () => {
    const shared = withValue(salon, `${PERM}/tags`, ['dye'])
    const less = withAbility(shared, PERM, 1, false)
    expect(able(less, PERM)).to.deep.equal(['stylist-1'])
    expect(able(less, DYE)).to.deep.equal(['stylist-1', 'stylist-2'])
  })

  it('starts from everybody when a service asks for no tag', () => {
    const open = withValue(salon, `${PERM}/tags`, undefined)
    expect(able(open, PERM)).to.have.length(3)
    expect(able(withAbility(open, PERM, 2, false), PERM)).to.deep.equal(['stylist-1', 'stylist-2'])
  })

  it('leaves a sound description sound', () => {
    expect(judge(withAbility(salon, DYE, 2, true)).problems).to.deep.equal([])
  })
})
