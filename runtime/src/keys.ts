import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Seals personal fields and makes look-ups possible without opening them. */
export interface DataKeys {
  /** AES-256-GCM under the current key, bound to `place` (`qingsi/orders/ord_…/answers`): elsewhere it does not open. */
  seal(text: string, place: string): string
  /** Throws an `Error` when the key is missing, or the text was changed or moved. */
  open(sealed: string, place: string): string
  /** {@link seal} for files. */
  sealBytes(bytes: Uint8Array, place: string): Buffer
  /** Throws as {@link open} does. */
  openBytes(sealed: Uint8Array, place: string): Buffer
  /** A keyed hash to look a value up by; the same value gives another hash for another purpose. */
  blindIndex(purpose: string, value: string): string
}

const IV = 12
const TAG = 16
const DOT = '.'.charCodeAt(0)

/**
 * @param setting `KAIDIAN_DATA_KEY`: 32 bytes in base64; or several as `id:base64`, separated by commas, of which the first
 * seals and all open. The LAST one hashes the look-ups: when keys change over, put the new one in front and keep the old.
 */
export function dataKeysFrom(setting: string): DataKeys {
  const keys = setting.split(',').map((part) => keyFrom(part.trim()))
  const first = keys[0]
  const last = keys.at(-1)
  if (!first || !last) throw new Error('KAIDIAN_DATA_KEY is empty.')
  const indexKey = derive(last.bytes, 'blind-index')
  const sealing = new Map(keys.map(({ id, bytes }) => [id, derive(bytes, 'seal')]))

  const sealBytes = (bytes: Uint8Array, place: string): Buffer => {
    const iv = randomBytes(IV)
    const cipher = createCipheriv('aes-256-gcm', sealing.get(first.id) ?? first.bytes, iv)
    cipher.setAAD(Buffer.from(place))
    return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }

  const openBytes = (id: string, bytes: Uint8Array, place: string): Buffer => {
    const key = sealing.get(id)
    if (!key) throw new Error(`The data key '${id}' is not configured.`)
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV))
    decipher.setAAD(Buffer.from(place))
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
    return Buffer.concat([decipher.update(bytes.subarray(IV, bytes.length - TAG)), decipher.final()])
  }

  return {
    seal: (text, place) => `${first.id}.${sealBytes(Buffer.from(text), place).toString('base64url')}`,
    open(sealed, place) {
      const dot = sealed.indexOf('.')
      return openBytes(sealed.slice(0, dot), Buffer.from(sealed.slice(dot + 1), 'base64url'), place).toString('utf8')
    },
    sealBytes: (bytes, place) => Buffer.concat([Buffer.from(`${first.id}.`), sealBytes(bytes, place)]),
    openBytes(sealed, place) {
      const dot = sealed.indexOf(DOT)
      return openBytes(Buffer.from(sealed.subarray(0, dot)).toString(), sealed.subarray(dot + 1), place)
    },
    blindIndex: (purpose, value) => createHmac('sha256', indexKey).update(`${purpose}\n${value}`).digest('base64url'),
  }
}

/** The key of `KAIDIAN_DATA_KEY`, or one made once and kept in `folder`, readable by its owner only. */
export const openDataKeys = (folder: string, setting?: string): DataKeys =>
  dataKeysFrom(setting || keptSecret(folder, 'data.key', () => `k1:${randomBytes(32).toString('base64')}`).value)

/** A secret of a running shop: read from `folder`, or made and written there. `made`: it was not there before. */
export function keptSecret(folder: string, name: string, make: () => string): { value: string; made: boolean } {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, name)
  const value = make()
  const draft = `${file}.${process.pid}`
  try {
    // Two processes may start at once: a link, which appears whole or not at all, decides.
    writeFileSync(draft, `${value}\n`, { mode: 0o600 })
    linkSync(draft, file)
    return { value, made: true }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return { value: readFileSync(file, 'utf8').trim(), made: false }
  } finally {
    rmSync(draft, { force: true })
  }
}

function keyFrom(part: string): { id: string; bytes: Buffer } {
  const [, id = 'k1', text = ''] = /^(?:([\w-]{1,20}):)?(.*)$/.exec(part) ?? []
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length !== 32)
    throw new Error('KAIDIAN_DATA_KEY must be 32 bytes in base64, such as `openssl rand -base64 32` prints.')
  return { id, bytes }
}

const derive = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `kaidian/${purpose}`, 32))
