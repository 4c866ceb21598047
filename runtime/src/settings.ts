import { readFileSync } from 'node:fs'
import type { S3Settings } from './uploads/s3.ts'
import type { WechatPayAccount } from './wechat/index.ts'

export type Env = Readonly<Record<string, string | undefined>>

/** A fault a person can mend; its message is a whole sentence and is shown without a stack. */
export class SetupFault extends Error {
  readonly expected = true
}

/** Accounts with WeChat. */
export interface WechatSettings {
  readonly openApi: { readonly appid: string; readonly secret: string }
  readonly pay: WechatPayAccount
}

const NAMES = [
  'WECHAT_APPID',
  'WECHAT_SECRET',
  'WECHATPAY_MCHID',
  'WECHATPAY_SERIAL',
  'WECHATPAY_PRIVATE_KEY',
  'WECHATPAY_API_V3_KEY',
  'WECHATPAY_PUBLIC_KEY_ID',
  'WECHATPAY_PUBLIC_KEY',
] as const

/** Undefined: none of them is given, and WeChat is simulated. Some but not all of them: a {@link SetupFault} that names them. */
export function wechatSettings(env: Env): WechatSettings | undefined {
  const values = Object.fromEntries(NAMES.map((name) => [name, valueOf(env, name)])) as Record<
    (typeof NAMES)[number],
    string
  >
  const missing = NAMES.filter((name) => values[name] === '')
  if (missing.length === NAMES.length) return undefined
  if (missing.length > 0)
    throw new SetupFault(
      `微信配置不完整,还缺 ${missing.join('、')}。WeChat is configured only in part; also set ${missing.join(', ')}, or none of them to simulate WeChat.`,
    )
  const appid = values.WECHAT_APPID
  return {
    openApi: { appid, secret: values.WECHAT_SECRET },
    pay: {
      appid,
      mchid: values.WECHATPAY_MCHID,
      serial: values.WECHATPAY_SERIAL,
      privateKey: values.WECHATPAY_PRIVATE_KEY,
      apiV3Key: values.WECHATPAY_API_V3_KEY,
      publicKeyId: values.WECHATPAY_PUBLIC_KEY_ID,
      publicKey: values.WECHATPAY_PUBLIC_KEY,
    },
  }
}

/** The value itself, or what the file named by `<NAME>_FILE` holds. In a value `\n` stands for a new line, as `.env` files write keys. */
function valueOf(env: Env, name: string): string {
  const file = env[`${name}_FILE`]
  if (!file) return (env[name] ?? '').replaceAll('\\n', '\n').trim()
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new SetupFault(
      `读不到 ${name}_FILE 指的文件 ${file}。The file that ${name}_FILE names cannot be read: ${(error as Error).message}`,
    )
  }
}

/** An integer from 0 to 65535. */
export function portOf(text: string): number {
  const port = Number(text)
  if (text.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new SetupFault(
    `PORT 应是 0 到 65535 的整数,这里是 ${text}。PORT must be an integer from 0 to 65535; this is ${text}.`,
  )
}

const S3_NAMES = ['UPLOADS_S3_BUCKET', 'UPLOADS_S3_REGION', 'UPLOADS_S3_KEY_ID', 'UPLOADS_S3_SECRET'] as const

/**
 * Where uploads go; undefined: none of the settings is given, and a folder takes them. Beside the four that belong together
 * there may be `UPLOADS_S3_ENDPOINT`, `UPLOADS_S3_PREFIX` (`uploads/`) and `UPLOADS_S3_PATH_STYLE` (1).
 */
export function uploadSettings(env: Env): S3Settings | undefined {
  const [bucket = '', region = '', accessKeyId = '', secretAccessKey = ''] = S3_NAMES.map((name) => valueOf(env, name))
  const missing = S3_NAMES.filter((name) => valueOf(env, name) === '')
  if (missing.length === S3_NAMES.length) return undefined
  if (missing.length > 0)
    throw new SetupFault(
      `上传文件的存储配置不完整,还缺 ${missing.join('、')}。The storage of uploads is configured only in part; also set ${missing.join(', ')}, or none of them to keep uploads in a folder.`,
    )
  const endpoint = valueOf(env, 'UPLOADS_S3_ENDPOINT')
  if (endpoint !== '' && !/^https?:\/\/[^\s/]/.test(endpoint))
    throw new SetupFault(
      `UPLOADS_S3_ENDPOINT 应是 http 或 https 地址,这里是 ${endpoint}。UPLOADS_S3_ENDPOINT must be an http or https address; this is ${endpoint}.`,
    )
  return {
    bucket,
    region,
    accessKeyId,
    secretAccessKey,
    ...(endpoint !== '' && { endpoint }),
    prefix: env.UPLOADS_S3_PREFIX ?? 'uploads/',
    pathStyle: env.UPLOADS_S3_PATH_STYLE === '1',
  }
}
