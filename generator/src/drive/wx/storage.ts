import type { Call } from './api.ts'

/** What the app keeps on the phone: JSON by key. The same map given to the next launch is the phone after the app was killed. */
export type Storage = Map<string, string>

export function storageApis(storage: Storage): {
  readonly calls: Readonly<Record<string, Call>>
  readonly sync: Readonly<Record<string, (...inputs: never[]) => unknown>>
} {
  const read = (key: unknown): unknown => {
    const text = storage.get(String(key))
    return text === undefined ? '' : (JSON.parse(text) as unknown)
  }
  return {
    calls: {
      getStorage: ({ key }) => {
        if (!storage.has(String(key))) throw new Error('data not found')
        return { data: read(key) }
      },
      setStorage: ({ key, data }) => void storage.set(String(key), JSON.stringify(data)),
      removeStorage: ({ key }) => void storage.delete(String(key)),
      clearStorage: () => storage.clear(),
    },
    sync: {
      getStorageSync: read,
      setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
      removeStorageSync: (key: string) => void storage.delete(key),
      clearStorageSync: () => storage.clear(),
      getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10240 }),
    },
  }
}
