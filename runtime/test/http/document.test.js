import { expect } from 'chai'
import { REFUSALS } from '../../src/domain/index.js'
import { checkOf } from '../../src/http/checking.js'
import { createApiRouter } from '../../src/http/index.js'
import { openApiDocument } from '../../src/http/openapi.js'
import { OPERATIONS } from '../../src/http/operations/index.js'
import { SCHEMAS } from '../../src/http/schemas/index.js'
describe('the document of the API', () => {
  const document = openApiDocument()
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  it('names exactly the calls that are routed', () => {
    const router = createApiRouter({}, new AbortController().signal)
    const routed = router.stack.flatMap(({ route }) =>
      (route?.stack ?? []).flatMap(({ method }) =>
        method ? [`${method} ${route?.path.replaceAll(/:(\w+)/g, '{$1}')}`] : [],
      ),
    )
    expect(new Set(documented)).to.deep.equal(new Set(routed.filter((call) => call !== 'get /openapi.json')))
    expect(documented).to.have.length(OPERATIONS.length)
  })
  it('gives each call an id of its own', () => {
    expect(new Set(OPERATIONS.map(({ id }) => id)).size).to.equal(OPERATIONS.length)
  })
  it('refers only to shapes it has, has none that nothing refers to, and all of them compile', () => {
    const referred = new Set(
      [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name),
    )
    expect(referred).to.deep.equal(new Set(Object.keys(SCHEMAS)))
    for (const name of Object.keys(SCHEMAS)) expect(checkOf(name), name).to.be.a('function')
  })
  it('closes every shape that clients send', () => {
    for (const { body } of OPERATIONS) if (body) expect(checkOf(body)({ surprise: 1 }), body).to.equal(false)
  })
  it('answers a refusal only with a status of the table', () => {
    for (const operation of OPERATIONS)
      for (const code of operation.refusals ?? [])
        expect(REFUSALS[code][0], `${operation.id} ${code}`).to.be.within(400, 503)
  })
})
