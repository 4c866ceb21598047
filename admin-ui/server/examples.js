import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
const folder = (name) => fileURLToPath(new URL(`../../schemas/${name}/`, import.meta.url));
/** The example shops and the presets of each trade that come with the language, by file name. */
export async function examples() {
    const found = [];
    for (const name of ['examples', 'presets']) {
        const files = await readdir(folder(name)).catch(() => []);
        for (const file of files.filter((entry) => entry.endsWith('.json')).toSorted()) {
            const text = await readFile(folder(name) + file, 'utf8');
            const description = JSON.parse(text);
            found.push({ id: file.replace(/\.json$/, ''), description });
        }
    }
    return found;
}
