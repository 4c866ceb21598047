/** Refusals of the payment host: code to status and message. */
export const PAY_REFUSALS = {
  PARAM_ERROR: [400, '参数错误'],
  INVALID_REQUEST: [400, '请求参数符合参数格式，但不符合业务规则'],
  APPID_MCHID_NOT_MATCH: [400, 'appid和mch_id不匹配'],
  ORDERPAID: [400, '该订单已支付'],
  ORDER_CLOSED: [400, '该订单已关闭'],
  SIGN_ERROR: [401, '签名错误'],
  OUT_TRADE_NO_USED: [403, '商户订单号重复'],
  NOT_FOUND: [404, '接口不存在'],
  ORDER_NOT_EXIST: [404, '订单不存在'],
  RESOURCE_NOT_EXISTS: [404, '查询的资源不存在'],
  FREQUENCY_LIMITED: [429, '频率超限'],
  SYSTEM_ERROR: [500, '系统异常，请稍后重试'],
} as const satisfies Record<string, readonly [status: number, message: string]>

export type PayRefusalCode = keyof typeof PAY_REFUSALS

/** What the payment host answers instead of doing what was asked. */
export class PayRefusal extends Error {
  readonly code: PayRefusalCode

  constructor(code: PayRefusalCode, message: string = PAY_REFUSALS[code][1]) {
    super(message)
    this.code = code
  }
}

/** Refusals of api.weixin.qq.com: number to message. */
export const OPEN_REFUSALS = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  41030: 'invalid page',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47003: 'argument invalid!',
} as const satisfies Record<number, string>

/** What api.weixin.qq.com answers instead of doing what was asked. */
export class OpenRefusal extends Error {
  readonly errcode: number

  constructor(errcode: keyof typeof OPEN_REFUSALS, message: string = OPEN_REFUSALS[errcode]) {
    super(message)
    this.errcode = errcode
  }
}
