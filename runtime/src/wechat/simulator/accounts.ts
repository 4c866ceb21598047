import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import type { WechatPayAccount } from '../pay.ts'
import type { Journal } from './journal.ts'

/** One mini-program with its merchant, as the simulator knows it. */
export interface SimulatedAccount {
  readonly name: string
  readonly appid: string
  readonly secret: string
  readonly mchid: string
  readonly serial: string
  readonly apiV3Key: string
}

/** The keys of both sides, the same for every account: making them takes a while. */
export interface SimulatedKeys {
  readonly merchantPrivatePem: string
  readonly merchantPublic: KeyObject
  readonly platformPrivate: KeyObject
  readonly platformPublicPem: string
  readonly publicKeyId: string
  readonly platformSerial: string
}

/** Ready to be given to `createWechatOpenApi` and `createWechatPay`, with a clock. */
export interface SimulatorConfig {
  readonly openApi: { readonly appid: string; readonly secret: string; readonly baseUrl: string }
  readonly pay: WechatPayAccount & { readonly baseUrl: string }
}

export interface Accounts {
  readonly keys: SimulatedKeys
  /** The account of that name, made when there is none. */
  named(name: string): SimulatedAccount
  byAppid(appid: unknown): SimulatedAccount | undefined
  byMchid(mchid: unknown): SimulatedAccount | undefined
}

interface StoredKeys {
  readonly merchant: string
  readonly platform: string
}

export function openAccounts(journal: Journal): Accounts {
  const keys = keysOf(journal)
  const table = journal.table<SimulatedAccount>('account')
  return {
    keys,
    named(name) {
      const found = table.get(name)
      if (found) return found
      const account = accountNamed(name)
      table.put(name, account)
      return account
    },
    byAppid: (appid) => table.values().find((account) => account.appid === appid),
    byMchid: (mchid) => table.values().find((account) => account.mchid === mchid),
  }
}

export function configOf({ keys }: Accounts, account: SimulatedAccount, baseUrl: string): SimulatorConfig {
  const { appid, secret, mchid, serial, apiV3Key } = account
  return {
    openApi: { appid, secret, baseUrl },
    pay: {
      appid,
      mchid,
      serial,
      apiV3Key,
      privateKey: keys.merchantPrivatePem,
      publicKeyId: keys.publicKeyId,
      publicKey: keys.platformPublicPem,
      baseUrl,
    },
  }
}

/** The same customer in the same mini-program is the same `openid`, in every process. */
export const openidOf = (appid: string, user: string): string =>
  `o${createHash('sha256').update(`${appid}\n${user}`).digest('base64url').slice(0, 27)}`

// Numbers follow from the name, so that an openid outlives a simulator without a file; secrets do not.
function accountNamed(name: string): SimulatedAccount {
  const digest = createHash('sha256').update(name).digest()
  return {
    name,
    appid: `wx${digest.subarray(0, 8).toString('hex')}`,
    secret: randomBytes(16).toString('hex'),
    mchid: `16${String(digest.readUInt32BE(8) % 1e8).padStart(8, '0')}`,
    serial: digest.subarray(12, 32).toString('hex').toUpperCase(),
    apiV3Key: randomBytes(16).toString('hex'),
  }
}

function keysOf(journal: Journal): SimulatedKeys {
  const table = journal.table<StoredKeys>('keys')
  const stored = table.get('rsa') ?? { merchant: newPrivatePem(), platform: newPrivatePem() }
  if (!table.get('rsa')) table.put('rsa', stored)
  const platformPrivate = createPrivateKey(stored.platform)
  const platformPublicPem = createPublicKey(platformPrivate).export({ type: 'spki', format: 'pem' }).toString()
  const digest = createHash('sha256').update(platformPublicPem).digest('hex').toUpperCase()
  return {
    merchantPrivatePem: stored.merchant,
    merchantPublic: createPublicKey(stored.merchant),
    platformPrivate,
    platformPublicPem,
    publicKeyId: `PUB_KEY_ID_${digest.slice(0, 32)}`,
    platformSerial: digest.slice(-40),
  }
}

const newPrivatePem = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
