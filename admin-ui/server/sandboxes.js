import { judge } from './judge.js';
import { StudioRefusal } from './refusals.js';
/** Sandboxes by shop, opened when first looked at; the one unused for longest closes when there are more than `most`. */
export class Sandboxes {
    #shelf;
    #open;
    #most;
    #places = new Map();
    #uses = 0;
    constructor(shelf, open, most = 12) {
        this.#shelf = shelf;
        this.#open = open;
        this.#most = most;
    }
    /** Puts an edited shop in the place of the last one. Nothing to do while nobody looks. */
    swap(key, shop) {
        const place = this.#places.get(key);
        if (place)
            place.shop = shop;
    }
    /** Throws SHOP_UNKNOWN; SHOP_FAULTY when the draft has never been sound. */
    async of(key) {
        const present = this.#places.get(key);
        if (present) {
            present.usedAt = ++this.#uses;
            return present.sandbox;
        }
        const draft = await this.#shelf.shop(key);
        const { shop } = judge(draft.sound);
        if (!shop)
            throw new StudioRefusal('SHOP_FAULTY');
        return (this.#places.get(key) ?? this.#place(key, shop)).sandbox;
    }
    #place(key, shop) {
        const place = {
            shop,
            usedAt: ++this.#uses,
            sandbox: this.#open(key, () => place.shop),
        };
        this.#places.set(key, place);
        place.sandbox.catch(() => this.#places.delete(key));
        if (this.#places.size > this.#most) {
            const oldest = [...this.#places].toSorted(([, a], [, b]) => a.usedAt - b.usedAt)[0];
            if (oldest)
                this.close(oldest[0]).catch(() => { });
        }
        return place;
    }
    async close(key) {
        const place = this.#places.get(key);
        this.#places.delete(key);
        await (await place?.sandbox.catch(() => null))?.close();
    }
    async closeAll() {
        await Promise.all([...this.#places.keys()].map((key) => this.close(key)));
    }
}
