import { generate, loadMaterials, zipFiles } from 'kaidian';
import { StudioRefusal } from './refusals.js';
const KEPT = 4;
/** Makes and keeps the archives asked for last; the same version always gives the same bytes. */
export class Generation {
    #archives = new Map();
    #materials = null;
    archive(key, version) {
        const name = `${key}/${version.number}/${version.createdAt}`;
        const present = this.#archives.get(name);
        if (present)
            return present;
        const making = this.#load().then((materials) => make(version, materials));
        this.#archives.set(name, making);
        making.catch(() => this.#archives.delete(name));
        const oldest = this.#archives.keys().next().value;
        if (this.#archives.size > KEPT && oldest !== undefined)
            this.#archives.delete(oldest);
        return making;
    }
    /** Slow the first time (it compiles the runtime), so it is read once; tried again after a failure. */
    #load() {
        this.#materials ??= loadMaterials();
        this.#materials.catch(() => {
            this.#materials = null;
        });
        return this.#materials;
    }
}
async function make(version, materials) {
    const result = generate(version.description, materials);
    if (!result.ok)
        throw new StudioRefusal('SHOP_FAULTY', { problems: result.problems });
    const folders = new Map();
    for (const file of result.value) {
        const slash = file.path.indexOf('/');
        const name = slash < 0 ? '.' : file.path.slice(0, slash);
        const folder = folders.get(name) ?? { files: 0, bytes: 0 };
        folder.files += 1;
        folder.bytes += Buffer.byteLength(file.content);
        folders.set(name, folder);
    }
    const { id } = version.description;
    const zip = await zipFiles(result.value, id);
    return {
        zip,
        summary: {
            version: version.number,
            fileName: `${id}-${version.number}.zip`,
            bytes: zip.length,
            files: result.value.length,
            folders: [...folders]
                .map(([name, folder]) => ({ name, ...folder }))
                .toSorted((a, b) => (a.name === '.' ? 1 : b.name === '.' ? -1 : a.name < b.name ? -1 : 1)),
        },
    };
}
