import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRuntime } from '@kaidian/runtime';
import { ensurePreviewBuild } from 'kaidian';
import { root } from './process.js';
export const PASSWORD = 'a-long-password-for-the-console';
export const salonDescription = async () => JSON.parse(await readFile(join(root, 'schemas/examples/salon.json'), 'utf8'));
/** The salon, running for real on a free port: API, web app, console, embedded database, simulator of WeChat. */
export async function openSalon() {
    const folder = await mkdtemp(join(tmpdir(), 'kaidian-salon-'));
    const runtime = await startRuntime({
        shop: await salonDescription(),
        folder,
        port: 0,
        h5: await ensurePreviewBuild(),
        console: join(root, 'admin-ui/dist/console'),
        env: { KAIDIAN_CONSOLE_PASSWORD: PASSWORD },
    });
    return {
        url: runtime.url,
        close: async () => {
            await runtime.close();
            await rm(folder, { recursive: true, force: true });
        },
    };
}
/** One call of the API. @throws with the answer when it is not 2xx. */
export async function call(url, init = {}) {
    const response = await fetch(url, {
        method: init.method ?? 'GET',
        headers: {
            'content-type': 'application/json',
            ...(init.token === undefined ? {} : { authorization: `Bearer ${init.token}` }),
            ...(init.key === undefined ? {} : { 'idempotency-key': init.key }),
        },
        ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    });
    const text = await response.text();
    if (!response.ok)
        throw new Error(`${init.method ?? 'GET'} ${url} → ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text));
}
/** The orders as the merchant sees them. */
export async function merchantOrders(url) {
    const { token } = await call(`${url}/api/console/sessions`, {
        method: 'POST',
        body: { password: PASSWORD },
    });
    return (await call(`${url}/api/console/orders`, { token })).orders;
}
