import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { openApiDocument } from '../../src/http/openapi.ts'

/** Any JSON; tests look into it freely and say what they expect. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
}

export interface Asking {
  readonly body?: unknown
  readonly token?: string
  /** Idempotency-Key; a new one for each write unless told. `null`: none. */
  readonly key?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

const document = openApiDocument()
const ajv = new Ajv2020({ strict: false, allErrors: true })
;(addFormats as unknown as { default: (to: Ajv2020) => void }).default(ajv)
ajv.addSchema({ $id: 'api', components: document.components })
const checks = new Map<string, ValidateFunction>()
let keys = 0

function templateOf(path: string): string | undefined {
  const parts = path.split('/')
  return Object.keys(document.paths)
    .toSorted((a, b) => Number(a.includes('{')) - Number(b.includes('{')))
    .find((template) => {
      const wanted = template.split('/')
      return wanted.length === parts.length && wanted.every((part, at) => part.startsWith('{') || part === parts[at])
    })
}

/** Throws when the document does not know the answer, or its body has another shape. */
function hold(method: string, path: string, { status, body }: Answer): void {
  const template = templateOf(path)
  const operation = template === undefined ? undefined : document.paths[template]?.[method]
  if (!operation) return
  const response = operation.responses[status] as { content?: Record<string, { schema: object }> } | undefined
  if (!response)
    throw new Error(
      `${method} ${template} answered ${status}, which the document does not know: ${JSON.stringify(body)}`,
    )
  const schema = response.content?.['application/json']?.schema as { $ref: string } | undefined
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
export function clientOf(url: string) {
  async function call(method: string, path: string, { body, token, key, headers }: Asking = {}): Promise<Answer> {
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
      body: text === '' ? undefined : (JSON.parse(text) as Json),
    }
    hold(method, path.split('?')[0] ?? '', answer)
    return answer
  }
  return {
    get: (path: string, asking?: Asking) => call('get', path, asking),
    post: (path: string, asking?: Asking) => call('post', path, asking),
    put: (path: string, asking?: Asking) => call('put', path, asking),
    delete: (path: string, asking?: Asking) => call('delete', path, asking),
  }
}

export type Client = ReturnType<typeof clientOf>
