import { REFUSALS, type RefusalCode } from '../domain/index.ts'
import { FILE, type Operation, type Parameter } from './operation.ts'
import { OPERATIONS } from './operations/index.ts'
import { ref, text, type Schema } from './schemas/build.ts'
import { SCHEMAS } from './schemas/index.ts'

type Json = Readonly<Record<string, unknown>>

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0'
  readonly info: Json
  readonly servers: readonly Json[]
  readonly tags: readonly Json[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>>; readonly securitySchemes: Json }
}

interface DocumentedOperation {
  readonly operationId: string
  readonly responses: Readonly<Record<string, Json>>
  readonly [more: string]: unknown
}

/** Refusals that an operation may answer with beside its own. */
function refusalsOf({ access, body, query, repeatable, path, raw, refusals = [] }: Operation): readonly RefusalCode[] {
  return [
    ...refusals,
    ...(body || query ? (['INPUT_INVALID'] as const) : []),
    ...(body ? (['BODY_NOT_JSON', 'BODY_TOO_LARGE'] as const) : []),
    ...(raw ? (['BODY_TOO_LARGE'] as const) : []),
    ...(access === 'open' || access === 'known' ? [] : (['NOT_SIGNED_IN'] as const)),
    ...(path.includes('{') || body === 'OrderRequest' ? (['NOT_FOUND'] as const) : []),
    ...(repeatable ? (['IDEMPOTENCY_KEY_MISSING', 'IDEMPOTENCY_CONFLICT', 'REQUEST_UNDER_WAY'] as const) : []),
    'TOO_MANY_REQUESTS',
  ]
}

const json = (name: string): Json => ({ 'application/json': { schema: ref(name) } })
const file: Json = { '*/*': { schema: { type: 'string', format: 'binary' } } }

function responsesOf(operation: Operation): DocumentedOperation['responses'] {
  const codesOf = refusalsOf(operation)
  const refused = [...new Set(codesOf.map((code) => REFUSALS[code][0]))].map((status) => [
    String(status),
    {
      description: [...new Set(codesOf)]
        .filter((code) => REFUSALS[code][0] === status)
        .map((code) => `\`${code}\`: ${REFUSALS[code][1].en}`)
        .join('\n\n'),
      content: json('Error'),
    },
  ])
  const done = Object.entries(operation.responses).map(([status, name]) => [
    status,
    {
      description: Number(status) < 300 ? operation.summary.en : 'Refused.',
      ...(name && { content: name === FILE ? file : json(name) }),
    },
  ])
  return {
    ...Object.fromEntries(refused),
    ...Object.fromEntries(done),
    500: { description: 'A fault of ours; `id` is in our log.', content: json('Error') },
  }
}

const parameter = ({ name, schema, required, style, description }: Parameter): Json => ({
  name,
  in: 'query',
  required: required ?? false,
  schema,
  ...(style === 'deep' && { style: 'deepObject', explode: true }),
  ...(description && { description }),
})

function documented(operation: Operation): DocumentedOperation {
  const { id, tag, summary, access, query = [], body, repeatable, raw, takesFile, path } = operation
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: text(1, 60),
  }))
  const key = repeatable && {
    name: 'Idempotency-Key',
    in: 'header',
    required: repeatable === 'required',
    schema: text(8, 64),
    description: 'The same key with the same request has one effect and the same answer, for a day.',
  }
  const parameters = [...inPath, ...query.map(parameter), ...(key ? [key] : [])]
  const content = body ? json(body) : takesFile ? file : raw && { 'application/json': { schema: { type: 'object' } } }
  return {
    operationId: id,
    tags: [tag],
    summary: summary.en,
    description: summary['zh-CN'],
    security:
      access === 'open'
        ? []
        : [
            ...(access === 'known' ? [{}] : []),
            ...(access === 'console' ? [] : [{ customer: [] }]),
            ...(access === 'console' || access === 'customerOrConsole' ? [{ console: [] }] : []),
          ],
    ...(parameters.length > 0 && { parameters }),
    ...(content && { requestBody: { required: true, content } }),
    responses: responsesOf(operation),
  }
}

/** The document of the API, made from its operations; served at `/api/openapi.json`. */
export function openApiDocument(operations: readonly Operation[] = OPERATIONS): OpenApiDocument {
  const paths: Record<string, Record<string, DocumentedOperation>> = {}
  for (const operation of operations) (paths[operation.path] ??= {})[operation.method] = documented(operation)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kaidian shop API',
      version: '1',
      description:
        'Booking, registration and payment of one shop. Money is integers of fen; instants are UTC. Refusals carry a code and a sentence in the language of `Accept-Language` (Chinese by default).',
    },
    servers: [{ url: '/api' }],
    tags: [
      { name: 'shop', description: '店铺 The shop' },
      { name: 'account', description: '账号 The customer’s account' },
      { name: 'booking', description: '预约 From a selection to a paid order' },
      { name: 'console', description: '商家后台 Running the shop' },
      { name: 'wechat', description: '微信 Called by WeChat' },
    ],
    paths,
    components: {
      schemas: SCHEMAS,
      securitySchemes: {
        customer: { type: 'http', scheme: 'bearer', description: 'Token of `POST /sessions`.' },
        console: { type: 'http', scheme: 'bearer', description: 'Token of `POST /console/sessions`.' },
      },
    },
  }
}
