export { openApiDocument, type OpenApiDocument } from './openapi.ts'
export { createApiRouter, LIMITS, type Limits } from './router.ts'
