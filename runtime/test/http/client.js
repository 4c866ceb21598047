import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { openApiDocument } from '../../src/http/openapi.js'
const document = openApiDocument()
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema({ $id: 'api', components: document.components })
const checks = new Map()
let keys = 0
/** Calls of the API that were made, as `get /orders/{id} 200`; a test of the document looks at them. */
export const seen = new Set()
function templateOf(path) {
  const parts = path.split('/')
  return Object.keys(document.paths)
    .toSorted((a, b) => Number(a.includes('{')) - Number(b.includes('{')))
    .find((template) => {
      const wanted = template.split('/')
      return wanted.length === parts.length && wanted.every((part, at) => part.startsWith('{') || part === parts[at])
    })
}
/** Throws when the document does not know the answer, or its body has another shape. */
function hold(method, path, { status, body }) {
  const template = templateOf(path)
  const operation = template === undefined ? undefined : document.paths[template]?.[method]
  if (!operation) return
  const response = operation.responses[status]
  if (!response)
    throw new Error(
      `${method} ${template} answered ${status}, which the document does not know: ${JSON.stringify(body)}`,
    )
  seen.add(`${method} ${template} ${status}`)
  const schema = response.content?.['application/json']?.schema
  if (!schema) {
    if (body !== undefined) throw new Error(`${method} ${template} ${status} has a body, and the document knows none.`)
    return
  }
  const check = checks.get(schema.$ref) ?? ajv.compile({ $ref: `api${schema.$ref}` })
  checks.set(schema.$ref, check)
  if (!check(body))
    throw new Error(`${method} ${template} ${status}: ${ajv.errorsText(check.errors)} in ${JSON.stringify(body)}`)
}
/** A client of one API that holds every answer against the document. */
export function clientOf(url) {
  async function call(method, path, { body, token, key, headers } = {}) {
    const isWrite = method === 'post'
    const response = await fetch(`${url}/api${path}`, {
      method: method.toUpperCase(),
      headers: {
        'accept-language': 'en',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(isWrite && key !== null && { 'idempotency-key': key ?? `test-key-${(keys += 1)}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const answer = {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    }
    hold(method, path.split('?')[0] ?? '', answer)
    return answer
  }
  return {
    get: (path, asking) => call('get', path, asking),
    post: (path, asking) => call('post', path, asking),
    put: (path, asking) => call('put', path, asking),
    delete: (path, asking) => call('delete', path, asking),
  }
}
