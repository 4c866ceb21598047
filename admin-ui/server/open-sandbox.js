import { randomBytes } from 'node:crypto';
import { createShopApp, systemClock } from '@kaidian/runtime';
import { createSimulatorRouter } from '@kaidian/runtime/simulator';
import { createWechatOpenApi, createWechatPay } from '@kaidian/runtime/wechat';
/** Opens shops on the real runtime, with simulated WeChat and a back office password that is known to this process alone. */
export function openSandboxes({ store, simulator, url, onLine }) {
    const log = faultsOnly(onLine);
    return async (key, shop) => {
        const accounts = simulator.configFor(`${url()}/simulator-host`, key);
        const consolePassword = randomBytes(24).toString('base64url');
        const app = await createShopApp({
            shop,
            store,
            tenant: key,
            wechat: createWechatOpenApi({ ...accounts.openApi, clock: systemClock }),
            pay: createWechatPay({ ...accounts.pay, clock: systemClock }),
            clock: systemClock,
            simulated: true,
            publicUrl: () => `${url()}/preview/${key}`,
            consolePassword,
            log,
        });
        return {
            router: app.router,
            async signIn() {
                const answer = await fetch(`${url()}/preview/${key}/api/console/sessions`, {
                    method: 'POST',
                    headers: { 'Content-Type': 'application/json' },
                    body: JSON.stringify({ password: consolePassword }),
                });
                if (answer.status !== 201)
                    throw new Error(`The sandbox of ${key} did not let the studio in: ${answer.status}`);
                return (await answer.json());
            },
            close: () => app.close(),
        };
    };
}
/** Simulated WeChat for all sandboxes: one account for each shop. Mount its router at `/simulator-host`. */
export const openSimulator = (stateFile) => createSimulatorRouter({ clock: systemClock, accounts: ['studio'], stateFile });
/** Requests of a preview are not worth a line; its faults are. */
function faultsOnly(onLine) {
    const quiet = () => { };
    const tell = (facts, message) => {
        const error = typeof facts === 'object' && facts !== null && 'err' in facts ? facts.err : facts;
        onLine(`${message ?? ''} ${error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)}`.trim());
    };
    return { info: quiet, warn: quiet, error: tell };
}
