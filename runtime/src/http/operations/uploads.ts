import { readUpload, takeUpload } from '../../flow/uploads.ts'
import { UPLOAD_TYPES, type UploadType } from '../../uploads/content-type.ts'
import { FILE, operation, signedIn, summary } from '../operation.ts'
import { receiveBytes } from '../receiving.ts'
import { pattern } from '../schemas/build.ts'

export const createUpload = operation<undefined, { form: string; field: string }>({
  method: 'post',
  path: '/uploads',
  id: 'createUpload',
  tag: 'booking',
  summary: summary('上传一个文件，请求体就是文件内容', 'Upload a file; the body is its content'),
  access: 'customer',
  query: [
    { name: 'form', schema: pattern('^[a-z][a-z0-9-]{0,39}$', 40), required: true },
    {
      name: 'field',
      schema: pattern('^[a-z][A-Za-z0-9]{0,39}(\\.[a-z][A-Za-z0-9]{0,39}){0,5}$', 240),
      required: true,
      description: 'A file, image or signature field; in a group with its path, such as `pets.photo`.',
    },
  ],
  takesFile: true,
  responses: { 201: 'Upload' },
  refusals: ['UPLOAD_TOO_LARGE', 'UPLOAD_TYPE_INVALID'],
  async handle(call) {
    const { id, type, bytes } = await takeUpload(call.ctx, signedIn(call), call.query, (most) =>
      receiveBytes(call.req, most),
    )
    return { status: 201, body: { id, type, bytes } }
  },
})

export const getUpload = operation({
  method: 'get',
  path: '/uploads/{id}',
  id: 'getUpload',
  tag: 'booking',
  summary: summary('自己上传的文件；商家可看全部（留痕）', 'A file of one’s own; staff see any, which is recorded'),
  access: 'customerOrConsole',
  responses: { 200: FILE },
  async handle({ ctx, params, customer, res }) {
    const { upload, bytes } = await readUpload(ctx, params.id ?? '', customer)
    // Recorded before it is shown.
    if (!customer) for (const by of upload.namedBy) await ctx.store.reveals.record(by, 'console', ctx.clock.now())
    const { media, shown } = UPLOAD_TYPES[upload.type as UploadType]
    res.setHeader('Content-Disposition', shown ? 'inline' : `attachment; filename="${upload.id}.${upload.type}"`)
    return { status: 200, file: { content: bytes, media } }
  },
})
