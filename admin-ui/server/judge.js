import { createHash } from 'node:crypto';
import { loadShop } from '@kaidian/runtime/domain';
/** Problems of a description, or the shop it describes; its version is the first 16 hex digits of the SHA-256 of its text. */
export function judge(description) {
    const version = createHash('sha256').update(JSON.stringify(description)).digest('hex').slice(0, 16);
    const result = loadShop(description, version);
    return result.ok ? { problems: [], shop: result.value } : { problems: result.problems, shop: null };
}
