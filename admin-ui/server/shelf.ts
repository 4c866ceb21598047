import type { Collection, Db } from 'mongodb'
import { StudioRefusal } from './refusals.ts'

/** A shop being described. The description is kept as JSON text: any document, sound or not, comes back as it was. */
interface ShopRecord {
  readonly _id: string
  readonly text: string
  /** The newest text without problems, which the preview shows; null before the first. */
  readonly sound: string | null
  readonly revision: number
  /** Which page saved last. */
  readonly editor: string
  readonly createdAt: Date
  readonly updatedAt: Date
}

interface VersionRecord {
  readonly _id: string
  readonly shop: string
  readonly number: number
  readonly note: string
  readonly text: string
  readonly createdAt: Date
}

export interface Draft {
  readonly key: string
  readonly description: unknown
  readonly sound: unknown
  readonly revision: number
  readonly editor: string
  readonly createdAt: string
  readonly updatedAt: string
}

export interface Version {
  readonly number: number
  readonly note: string
  readonly createdAt: string
  readonly description: unknown
}

const draftOf = (record: ShopRecord): Draft => ({
  key: record._id,
  description: JSON.parse(record.text) as unknown,
  sound: record.sound === null ? null : (JSON.parse(record.sound) as unknown),
  revision: record.revision,
  editor: record.editor,
  createdAt: record.createdAt.toISOString(),
  updatedAt: record.updatedAt.toISOString(),
})

const versionOf = (record: VersionRecord): Version => ({
  number: record.number,
  note: record.note,
  createdAt: record.createdAt.toISOString(),
  description: JSON.parse(record.text) as unknown,
})

const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 11000

/** Shops and their versions in the store. Throws StudioRefusal. */
export class Shelf {
  readonly #shops: Collection<ShopRecord>
  readonly #versions: Collection<VersionRecord>
  readonly #now: () => Date

  constructor(db: Db, now: () => Date) {
    this.#shops = db.collection('shops')
    this.#versions = db.collection('versions')
    this.#now = now
  }

  async prepare(): Promise<void> {
    await this.#versions.createIndex({ shop: 1, number: -1 })
  }

  /** Newest first. */
  async shops(): Promise<Draft[]> {
    return (await this.#shops.find({}).sort({ updatedAt: -1 }).toArray()).map(draftOf)
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#shops.findOne({})) === null
  }

  async shop(key: string): Promise<Draft> {
    const record = await this.#shops.findOne({ _id: key })
    if (!record) throw new StudioRefusal('SHOP_UNKNOWN')
    return draftOf(record)
  }

  /** Adds a shop under `key`; false when the key is taken. */
  async add(key: string, description: unknown, isSound: boolean): Promise<boolean> {
    const now = this.#now()
    const text = JSON.stringify(description)
    try {
      await this.#shops.insertOne({
        _id: key,
        text,
        sound: isSound ? text : null,
        revision: 1,
        editor: '',
        createdAt: now,
        updatedAt: now,
      })
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }

  /** Saves when nobody has saved since `revision`; throws DRAFT_CHANGED with the newer draft otherwise. */
  async save(
    key: string,
    change: { revision: number; description: unknown; isSound: boolean; editor: string },
  ): Promise<Draft> {
    const text = JSON.stringify(change.description)
    const record = await this.#shops.findOneAndUpdate(
      { _id: key, revision: change.revision },
      {
        $set: {
          text,
          ...(change.isSound ? { sound: text } : {}),
          revision: change.revision + 1,
          editor: change.editor,
          updatedAt: this.#now(),
        },
      },
      { returnDocument: 'after' },
    )
    if (record) return draftOf(record)
    const { revision, description, editor, updatedAt } = await this.shop(key)
    throw new StudioRefusal('DRAFT_CHANGED', { current: { revision, description, editor, updatedAt } })
  }

  async remove(key: string): Promise<void> {
    const { deletedCount } = await this.#shops.deleteOne({ _id: key })
    if (deletedCount === 0) throw new StudioRefusal('SHOP_UNKNOWN')
    await this.#versions.deleteMany({ shop: key })
  }

  /** Newest first. */
  async versions(key: string): Promise<Version[]> {
    return (await this.#versions.find({ shop: key }).sort({ number: -1 }).toArray()).map(versionOf)
  }

  async version(key: string, number: number): Promise<Version> {
    const record = await this.#versions.findOne({ _id: `${key}/${number}` })
    if (!record) throw new StudioRefusal('VERSION_UNKNOWN')
    return versionOf(record)
  }

  /** Keeps `description` for good as the next version; the newest one when it says the same. */
  async keep(key: string, description: unknown, note: string): Promise<{ version: Version; isNew: boolean }> {
    const text = JSON.stringify(description)
    for (;;) {
      const [newest] = await this.#versions.find({ shop: key }).sort({ number: -1 }).limit(1).toArray()
      if (newest?.text === text) return { version: versionOf(newest), isNew: false }
      const number = (newest?.number ?? 0) + 1
      const record = { _id: `${key}/${number}`, shop: key, number, note, text, createdAt: this.#now() }
      try {
        await this.#versions.insertOne(record)
        return { version: versionOf(record), isNew: true }
      } catch (error) {
        // Two pages kept a version at once: the number is taken, look again.
        if (!isDuplicate(error)) throw error
      }
    }
  }
}
