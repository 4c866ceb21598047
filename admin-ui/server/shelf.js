import { StudioRefusal } from './refusals.js';
const draftOf = (record) => ({
    key: record._id,
    description: JSON.parse(record.text),
    sound: record.sound === null ? null : JSON.parse(record.sound),
    revision: record.revision,
    editor: record.editor,
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
});
const versionOf = (record) => ({
    number: record.number,
    note: record.note,
    createdAt: record.createdAt.toISOString(),
    description: JSON.parse(record.text),
});
const isDuplicate = (error) => typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;
/** Shops and their versions in the store. Throws StudioRefusal. */
export class Shelf {
    #shops;
    #versions;
    #now;
    constructor(db, now) {
        this.#shops = db.collection('shops');
        this.#versions = db.collection('versions');
        this.#now = now;
    }
    async prepare() {
        await this.#versions.createIndex({ shop: 1, number: -1 });
    }
    /** Newest first. */
    async shops() {
        return (await this.#shops.find({}).sort({ updatedAt: -1 }).toArray()).map(draftOf);
    }
    async isEmpty() {
        return (await this.#shops.findOne({})) === null;
    }
    async shop(key) {
        const record = await this.#shops.findOne({ _id: key });
        if (!record)
            throw new StudioRefusal('SHOP_UNKNOWN');
        return draftOf(record);
    }
    /** Adds a shop under `key`; false when the key is taken. */
    async add(key, description, isSound) {
        const now = this.#now();
        const text = JSON.stringify(description);
        try {
            await this.#shops.insertOne({
                _id: key,
                text,
                sound: isSound ? text : null,
                revision: 1,
                editor: '',
                createdAt: now,
                updatedAt: now,
            });
            return true;
        }
        catch (error) {
            if (isDuplicate(error))
                return false;
            throw error;
        }
    }
    /** Saves when nobody has saved since `revision`; throws DRAFT_CHANGED with the newer draft otherwise. */
    async save(key, change) {
        const text = JSON.stringify(change.description);
        const record = await this.#shops.findOneAndUpdate({ _id: key, revision: change.revision }, {
            $set: {
                text,
                ...(change.isSound ? { sound: text } : {}),
                revision: change.revision + 1,
                editor: change.editor,
                updatedAt: this.#now(),
            },
        }, { returnDocument: 'after' });
        if (record)
            return draftOf(record);
        const { revision, description, editor, updatedAt } = await this.shop(key);
        throw new StudioRefusal('DRAFT_CHANGED', { current: { revision, description, editor, updatedAt } });
    }
    async remove(key) {
        const { deletedCount } = await this.#shops.deleteOne({ _id: key });
        if (deletedCount === 0)
            throw new StudioRefusal('SHOP_UNKNOWN');
        await this.#versions.deleteMany({ shop: key });
    }
    /** Newest first. */
    async versions(key) {
        return (await this.#versions.find({ shop: key }).sort({ number: -1 }).toArray()).map(versionOf);
    }
    async version(key, number) {
        const record = await this.#versions.findOne({ _id: `${key}/${number}` });
        if (!record)
            throw new StudioRefusal('VERSION_UNKNOWN');
        return versionOf(record);
    }
    /** Keeps `description` for good as the next version; the newest one when it says the same. */
    async keep(key, description, note) {
        const text = JSON.stringify(description);
        for (;;) {
            const [newest] = await this.#versions.find({ shop: key }).sort({ number: -1 }).limit(1).toArray();
            if (newest?.text === text)
                return { version: versionOf(newest), isNew: false };
            const number = (newest?.number ?? 0) + 1;
            const record = { _id: `${key}/${number}`, shop: key, number, note, text, createdAt: this.#now() };
            try {
                await this.#versions.insertOne(record);
                return { version: versionOf(record), isNew: true };
            }
            catch (error) {
                // Two pages kept a version at once: the number is taken, look again.
                if (!isDuplicate(error))
                    throw error;
            }
        }
    }
}
