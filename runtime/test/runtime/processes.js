import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbeddedDatabase } from '../../src/embedded/index.js';
import { dataKeysFrom } from '../../src/keys.js';
import { openStore } from '../../src/store/index.js';
import { startWechatSimulator } from '../../src/wechat/simulator/index.js';
import { clientOf } from '../http/client.js';
import { MORNING, salonDescription } from '../http/salon.js';
import { clockAt } from '../wechat/set-clock.js';
/** A database and a simulated WeChat, with API processes beside them. */
export async function openFleet() {
    const folder = await mkdtemp(join(tmpdir(), 'kaidian-fleet-'));
    const given = process.env.MONGODB_URI;
    const embedded = given ? undefined : await openEmbeddedDatabase({ folder });
    const uri = given ?? embedded?.uri ?? '';
    const clock = clockAt(MORNING);
    const simulator = await startWechatSimulator({ clock, noticeSchedule: [50] });
    const database = `kaidian-fleet-${randomBytes(4).toString('hex')}`;
    const dataKey = randomBytes(32).toString('base64');
    const store = await openStore({ uri, database, keys: dataKeysFrom(dataKey) });
    const running = new Set();
    return {
        simulator,
        store,
        async start() {
            const api = await startProcess({
                uri,
                database,
                dataKey,
                shop: salonDescription(),
                now: clock.now().toISOString(),
                simulator: simulator.config,
            });
            running.add(api);
            return { ...api, kill: () => (running.delete(api), api.kill()) };
        },
        async setTime(now) {
            clock.set(new Date(now));
            await Promise.all([...running].map((api) => api.tell({ now })));
        },
        async close() {
            await Promise.all([...running].map((api) => api.kill()));
            await simulator.close();
            await store.close();
            await embedded?.close();
            await rm(folder, { recursive: true, force: true });
        },
    };
}
async function startProcess(start) {
    const child = fork(fileURLToPath(new URL('api-process.ts', import.meta.url)), {
        execArgv: ['--import', 'tsx'],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let chain = Promise.resolve();
    const tell = (command) => {
        chain = chain.then(() => ask(child, command));
        return chain;
    };
    const url = `http://127.0.0.1:${String(await tell({ start }))}`;
    return {
        ...clientOf(url),
        url,
        tell,
        kill: () => new Promise((resolve) => {
            child.once('exit', () => resolve());
            child.kill('SIGKILL');
        }),
    };
}
const ask = (child, command) => new Promise((resolve, reject) => {
    child.once('message', (said) => said.error === undefined ? resolve(said.value) : reject(new Error(said.error)));
    child.once('exit', (code) => reject(new Error(`The API process ended with ${code}.`)));
    child.send(command);
});
