import { join } from 'node:path';
import { openEmbeddedDatabase } from '@kaidian/runtime/embedded';
import { MongoClient } from 'mongodb';
/** MongoDB at `given`, or the embedded database in `folder` when there is none. Throws when it does not answer. */
export async function openStudioStore(given, folder) {
    const embedded = given ? undefined : await openEmbeddedDatabase({ folder: join(folder, 'database') });
    const uri = given ?? embedded?.uri ?? '';
    const client = new MongoClient(uri, { serverSelectionTimeoutMS: 10_000, appName: 'kaidian-studio' });
    const close = async () => {
        await client.close();
        await embedded?.close();
    };
    try {
        await client.connect();
    }
    catch (error) {
        await close();
        throw error;
    }
    return { uri, client, close };
}
