import type { KeyObject } from 'node:crypto'
import { Aes, Rsa } from 'wechatpay-axios-plugin'
import type { Clock } from '../domain/clock.ts'
import { ForgedNotice } from './errors.ts'
import { objectOf, parseObject, textOf, type Json } from './json.ts'
import { answerMessage, secondsOf } from './pay-messages.ts'
import { refundOf, transactionOf, type RefundState, type PaidTransaction } from './pay-records.ts'

/** A verified and deciphered notice. The same `id` may come again: store it once. */
export type Notice =
  | { readonly id: string; readonly eventType: string; readonly kind: 'payment'; readonly transaction: PaidTransaction }
  | { readonly id: string; readonly eventType: string; readonly kind: 'refund'; readonly refund: RefundState }

export type NoticeHeaders = Readonly<Record<string, string | string[] | undefined>>

export interface NoticeKeys {
  readonly appid: string
  readonly mchid: string
  readonly apiV3Key: string
  readonly platformKeys: Readonly<Record<string, KeyObject>>
}

const MAX_AGE_S = 300
// WeChat sends notices with such signatures to find merchants who do not verify.
const PROBE = 'WECHATPAY/SIGNTEST/'

/** Throws {@link ForgedNotice}. */
export function readNotice(keys: NoticeKeys, clock: Clock, headers: NoticeHeaders, rawBody: string): Notice {
  const header = headerReader(headers)
  const timestamp = header('wechatpay-timestamp')
  const nonce = header('wechatpay-nonce')
  const signature = header('wechatpay-signature')
  const keyId = header('wechatpay-serial')
  if (!timestamp || !nonce || !signature || !keyId)
    throw new ForgedNotice('HEADERS_MISSING', 'The notice is not signed.')
  if (signature.startsWith(PROBE)) throw new ForgedNotice('SIGNATURE_PROBE', 'The signature is a probe of WeChat Pay.')
  const age = Math.abs(Number(secondsOf(clock.now())) - Number(timestamp))
  if (!/^\d+$/.test(timestamp) || age > MAX_AGE_S)
    throw new ForgedNotice('TOO_OLD', 'The notice was signed more than five minutes from now.')
  const key = Object.hasOwn(keys.platformKeys, keyId) ? keys.platformKeys[keyId] : undefined
  if (!key) throw new ForgedNotice('UNKNOWN_KEY', 'The notice is signed with a key that is not configured.')
  if (!Rsa.verify(answerMessage(timestamp, nonce, rawBody), signature, key))
    throw new ForgedNotice('BAD_SIGNATURE', 'The signature of the notice does not fit.')

  const notice = parseObject(rawBody) ?? {}
  const id = textOf(notice.id)
  const eventType = textOf(notice.event_type)
  const content = decipher(objectOf(notice.resource), keys.apiV3Key)
  if (!id || !eventType) throw unreadable()
  if (content.mchid !== keys.mchid || (content.appid !== undefined && content.appid !== keys.appid))
    throw new ForgedNotice('OTHER_MERCHANT', 'The notice is about another merchant or another app.')
  if (eventType.startsWith('TRANSACTION.')) {
    const transaction = transactionOf(content)
    if (transaction?.state === 'SUCCESS' || transaction?.state === 'REFUND')
      return { id, eventType, kind: 'payment', transaction }
  }
  if (eventType.startsWith('REFUND.')) {
    const refund = refundOf(content)
    if (refund) return { id, eventType, kind: 'refund', refund }
  }
  throw unreadable()
}

const unreadable = () => new ForgedNotice('UNREADABLE', 'The notice cannot be read; is the APIv3 key the right one?')

function headerReader(headers: NoticeHeaders): (name: string) => string | undefined {
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  return (name) => {
    const value = byName.get(name)
    return typeof value === 'string' ? value : undefined
  }
}

function decipher(resource: Json, apiV3Key: string): Json {
  const ciphertext = textOf(resource.ciphertext)
  const nonce = textOf(resource.nonce)
  if (resource.algorithm !== 'AEAD_AES_256_GCM' || !ciphertext || !nonce) throw unreadable()
  try {
    const plain = Aes.AesGcm.decrypt(ciphertext, apiV3Key, nonce, textOf(resource.associated_data) ?? '')
    const content = parseObject(plain)
    if (content) return content
  } catch {
    // Wrong key or altered text look the same.
  }
  throw unreadable()
}
