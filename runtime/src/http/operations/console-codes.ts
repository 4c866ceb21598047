import { codeLeadingTo, type CodeRequest } from '../../flow/codes.ts'
import { FILE, operation, summary } from '../operation.ts'
import { id, oneOf } from '../schemas/build.ts'

export const getMiniProgramCode = operation<undefined, { service?: string; version?: CodeRequest['version'] }>({
  method: 'get',
  path: '/console/mini-program-code',
  id: 'getMiniProgramCode',
  tag: 'console',
  summary: summary('小程序码：首页或一个服务', 'The mini-program code of the home page, or of a service'),
  access: 'console',
  query: [
    { name: 'service', schema: id, description: 'The home page when left out.' },
    { name: 'version', schema: oneOf('release', 'trial'), description: 'release when left out.' },
  ],
  responses: { 200: FILE },
  refusals: ['UNKNOWN_SERVICE', 'CODE_TOO_LONG', 'NOT_RELEASED', 'WECHAT_REFUSED', 'WECHAT_UNAVAILABLE'],
  async handle({ ctx, query: { version = 'release', ...query } }) {
    const { image, contentType } = await codeLeadingTo(ctx, { ...query, version })
    return { status: 200, file: { content: image, media: contentType } }
  },
})
