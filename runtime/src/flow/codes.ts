import { Refusal } from '../domain/index.ts'
import { WechatError } from '../wechat/index.ts'
import type { ShopContext } from './context.ts'

/** What WeChat lets a code carry. Source: developers.weixin.qq.com, getwxacodeunlimit. */
const MOST_SCENE = 32

/** The page is not in the released version, or nothing is released yet. */
const NOT_RELEASED = 41030

/** Pixels: sharp on paper the size of a hand. */
const WIDTH = 860

export interface CodeRequest {
  /** Id of the service that the code leads to; the home page when left out. */
  readonly service?: string
  /** The trial one opens for trial members alone. */
  readonly version: 'release' | 'trial'
}

/**
 * A picture to be scanned with WeChat, which opens the mini-program at a service or its home page. Refuses UNKNOWN_SERVICE,
 * CODE_TOO_LONG, NOT_RELEASED, WECHAT_REFUSED, WECHAT_UNAVAILABLE.
 */
export async function codeLeadingTo(ctx: ShopContext, { service, version }: CodeRequest) {
  if (service !== undefined && !ctx.shop().services.has(service)) throw new Refusal('UNKNOWN_SERVICE')
  // A scene may not be empty; one that names no place leads home.
  const scene = service === undefined ? 'h=1' : `s=${service}`
  if (scene.length > MOST_SCENE) throw new Refusal('CODE_TOO_LONG', { values: { id: service ?? '' } })
  try {
    return await ctx.wechat.miniProgramCode({ scene, page: 'pages/home/index', version, width: WIDTH })
  } catch (error) {
    if (!(error instanceof WechatError)) throw error
    const reason = String(error.errcode)
    if (error.errcode === NOT_RELEASED) throw new Refusal('NOT_RELEASED', { reason })
    if (error.retriable) throw new Refusal('WECHAT_UNAVAILABLE', { reason })
    throw new Refusal('WECHAT_REFUSED', { values: { reason }, reason })
  }
}
