import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedDatabase } from '../../src/embedded/index.js';
import { dataKeysFrom } from '../../src/keys.js';
import { openStore } from '../../src/store/index.js';
/** A store on what `MONGODB_URI` names, or on an embedded database of its own. */
export async function openTestStore() {
    const given = process.env.MONGODB_URI;
    const folder = await mkdtemp(join(tmpdir(), 'kaidian-store-'));
    const embedded = given ? undefined : await openEmbeddedDatabase({ folder });
    const uri = given ?? embedded?.uri ?? '';
    const database = `kaidian-test-${randomBytes(4).toString('hex')}`;
    const keys = dataKeysFrom(randomBytes(32).toString('base64'));
    const store = await openStore({ uri, keys, database });
    return {
        store,
        uri,
        database,
        async close() {
            await store.close();
            await embedded?.close();
            await rm(folder, { recursive: true, force: true });
        },
    };
}
