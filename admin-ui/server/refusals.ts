import type { Words } from '@kaidian/runtime/domain/booking.ts'

/** Every expected no of the studio: its status, and its words for the person at the screen. */
export const STUDIO_REFUSALS = {
  BODY_INVALID: [400, { 'zh-CN': '请求内容不是预期的 JSON。', en: 'The request is not the JSON that was expected.' }],
  HOST_NOT_ALLOWED: [
    403,
    {
      'zh-CN': '此地址不能打开工作室，请用启动时显示的地址。',
      en: 'The studio does not answer to this address; use the one printed at start.',
    },
  ],
  ORIGIN_NOT_ALLOWED: [
    403,
    { 'zh-CN': '其他网站的页面不能改动店铺。', en: 'Pages of other sites may not change a shop.' },
  ],
  SHOP_UNKNOWN: [
    404,
    { 'zh-CN': '没有这家店铺，可能已被删除。', en: 'There is no such shop; it may have been deleted.' },
  ],
  VERSION_UNKNOWN: [404, { 'zh-CN': '没有这个版本。', en: 'There is no such version.' }],
  EXAMPLE_UNKNOWN: [404, { 'zh-CN': '没有这个示例。', en: 'There is no such example.' }],
  PATH_UNKNOWN: [404, { 'zh-CN': '没有这个地址。', en: 'There is nothing at this address.' }],
  PASS_USED: [
    410,
    {
      'zh-CN': '登录链接已用过或已过期，请重新打开。',
      en: 'This sign-in link was used or is too old; open a new one.',
    },
  ],
  DRAFT_CHANGED: [
    409,
    {
      'zh-CN': '另一个页面已保存了更新的草稿。',
      en: 'Another page has saved a newer draft.',
    },
  ],
  BODY_TOO_LARGE: [413, { 'zh-CN': '内容过大，最多 2 MB。', en: 'Too large: at most 2 MB.' }],
  MEDIA_TYPE: [415, { 'zh-CN': '请求要用 application/json。', en: 'Send application/json.' }],
  SHOP_FAULTY: [
    422,
    { 'zh-CN': '店铺还有问题，改好之后再试。', en: 'The shop still has problems; mend them and try again.' },
  ],
  PREVIEW_PREPARING: [503, { 'zh-CN': '预览正在准备。', en: 'The preview is being prepared.' }],
} as const satisfies Record<string, readonly [status: number, message: Words]>

export type StudioRefusalCode = keyof typeof STUDIO_REFUSALS

/** Thrown anywhere in the studio's server; `detail` is merged into the answer beside `error`. */
export class StudioRefusal extends Error {
  readonly code: StudioRefusalCode
  readonly status: number
  readonly words: Words
  readonly detail: Readonly<Record<string, unknown>>
  constructor(code: StudioRefusalCode, detail: Readonly<Record<string, unknown>> = {}) {
    super(STUDIO_REFUSALS[code][1].en)
    this.code = code
    this.status = STUDIO_REFUSALS[code][0]
    this.words = STUDIO_REFUSALS[code][1]
    this.detail = detail
  }
}
