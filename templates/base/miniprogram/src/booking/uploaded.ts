import { fetchUpload } from '@/api/uploads'
import { createStore } from '@/store'
import { keep, recall } from '@/storage'

/** A file that was uploaded for a draft, as its field shows it. */
export interface Uploaded {
  readonly name: string
  /** As the server found it to be: `jpg`, `pdf` … */
  readonly type: string
}

const KEY = 'uploads'
const MOST = 60
const SHOWN = ['jpg', 'png', 'webp', 'gif']

/** Pictures that were just chosen need not be fetched; their addresses do not outlive the app. */
const addresses = new Map<string, string>()

/** How many files are on their way. */
export const underWay = createStore(0)

/** Paths of the fields on the page that hold files which did not arrive. */
export const unsent = createStore<readonly string[]>([])

/** Notes what an upload is, so that a draft that is taken up again can still name it. */
export const noteUpload = (id: string, what: Uploaded, address: string): void => {
  addresses.set(id, address)
  const known = Object.entries(recall<Record<string, Uploaded>>(KEY) ?? {}).slice(1 - MOST)
  keep(KEY, Object.fromEntries([...known, [id, what]]))
}

/** Forgets how the uploads of drafts were called. */
export const forgetUploads = (): void => {
  addresses.clear()
  keep(KEY, null)
}

/** What is known of an upload; undefined of one from another device. */
export const uploadedAs = (id: string): Uploaded | undefined => recall<Record<string, Uploaded>>(KEY)?.[id]

export const isPicture = (type: string | undefined): boolean => type === undefined || SHOWN.includes(type)

/** An address to show a picture from; null where there is none, or it is gone. */
export const addressOf = async (id: string): Promise<string | null> => {
  const known = addresses.get(id)
  if (known !== undefined) return known
  try {
    const address = await fetchUpload(id)
    if (!address.startsWith('data:image/')) return null
    addresses.set(id, address)
    return address
  } catch {
    return null
  }
}
