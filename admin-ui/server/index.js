import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDataKeys, openStore } from '@kaidian/runtime';
import { ensurePreviewBuild } from 'kaidian';
import { studioApp } from './app.js';
import { examples } from './examples.js';
import { Generation } from './generation.js';
import { judge } from './judge.js';
import { openSandboxes, openSimulator } from './open-sandbox.js';
import { Passes } from './passes.js';
import { PreviewBuild } from './preview-build.js';
import { Sandboxes } from './sandboxes.js';
import { Shelf } from './shelf.js';
import { openStudioStore } from './store.js';
const dist = (app) => fileURLToPath(new URL(`../dist/${app}/`, import.meta.url));
/** Starts the studio; its first start puts the example shop on the shelf. Throws when the port or the store cannot be had. */
export async function startStudio(options) {
    const { port, host, home, onLine = () => { }, env = process.env, now = () => new Date() } = options;
    const folder = join(home, 'studio');
    await mkdir(folder, { recursive: true });
    const closers = [];
    const closeAll = async () => {
        for (const close of closers.splice(0).toReversed())
            await close();
    };
    try {
        const database = await openStudioStore(env['MONGODB_URI'], folder);
        closers.push(() => database.close());
        const shelf = new Shelf(database.client.db('kaidian_studio'), now);
        await shelf.prepare();
        await seed(shelf);
        let url = '';
        const keys = openDataKeys(folder, env['KAIDIAN_DATA_KEY']);
        const store = await openStore({ uri: database.uri, keys, database: 'kaidian_previews' });
        closers.push(() => store.close());
        const simulator = openSimulator(join(folder, 'simulator.jsonl'));
        closers.push(() => simulator.close());
        const sandboxes = new Sandboxes(shelf, openSandboxes({ store, simulator, url: () => url, onLine }));
        closers.push(() => sandboxes.closeAll());
        const build = new PreviewBuild(options.buildPreview ?? ((line) => ensurePreviewBuild({ home, onLine: line })), onLine);
        const app = studioApp({
            shelf,
            sandboxes,
            forget: (key) => store.forget(key),
            simulator: simulator.router,
            build,
            passes: new Passes(now),
            generation: new Generation(),
            host,
            names: (env['KAIDIAN_HOSTS'] ?? '').split(',').filter((name) => name !== ''),
            studio: dist('studio'),
            console: dist('console'),
            onLine,
        });
        const server = createServer(app);
        await new Promise((resolve, reject) => {
            server.once('error', reject);
            server.listen(port, host, resolve);
        });
        closers.push(() => stopListening(server));
        const address = server.address();
        const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
        url = `http://${shown.includes(':') ? `[${shown}]` : shown}:${address.port}`;
        build.start();
        let closing = null;
        return { url, port: address.port, close: () => (closing ??= closeAll()) };
    }
    catch (error) {
        await closeAll();
        throw error;
    }
}
/** Running requests may end; after three seconds they are cut off. */
async function stopListening(server) {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const impatience = setTimeout(() => server.closeAllConnections(), 3000);
    await closed;
    clearTimeout(impatience);
}
async function seed(shelf) {
    if (!(await shelf.isEmpty()))
        return;
    const salon = (await examples()).find(({ id }) => id === 'salon');
    if (salon)
        await shelf.add(salon.description.id, salon.description, judge(salon.description).shop !== null);
}
