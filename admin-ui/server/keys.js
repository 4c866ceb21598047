const PATTERN = /^[a-z][a-z0-9-]{0,39}$/;
/** What a card shows of any description, sound or not. */
export function wordsOf(description) {
    const top = asFields(description);
    const profile = asFields(top['profile']);
    return {
        name: profile['name'] ?? null,
        tagline: profile['tagline'] ?? null,
        accent: asFields(top['theme'])['accent'] ?? null,
        services: Array.isArray(top['services']) ? top['services'].length : 0,
    };
}
const asFields = (value) => typeof value === 'object' && value !== null ? value : {};
/** The wanted identifier if it is one and free, else with the first free number behind it: `qingsi`, `qingsi-2`. */
export async function freeKey(wanted, isTaken) {
    const base = typeof wanted === 'string' && PATTERN.test(wanted) ? wanted : 'shop';
    for (let number = 1;; number += 1) {
        const tail = number === 1 ? '' : `-${number}`;
        const key = base.slice(0, 40 - tail.length) + tail;
        if (!(await isTaken(key)))
            return key;
    }
}
