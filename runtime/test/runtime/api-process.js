/** One API process of several on a shared database; told what to do over IPC. Started by `processes.ts`. */
import { createServer } from 'node:http';
import express from 'express';
import { contentHash, createShopApp, dataKeysFrom, openStore } from '../../src/index.js';
import { loadShop } from '../../src/domain/index.js';
import { createWechatOpenApi, createWechatPay } from '../../src/wechat/index.js';
import { clockAt } from '../wechat/set-clock.js';
const clock = clockAt(0);
let publicUrl = '';
let app;
async function start({ uri, database, dataKey, shop, now, simulator }) {
    clock.set(new Date(now));
    const store = await openStore({ uri, database, keys: dataKeysFrom(dataKey) });
    const loaded = loadShop(shop, contentHash(shop));
    if (!loaded.ok)
        throw new Error('The shop is not valid.');
    const silent = {
        info() { },
        warn() { },
        error: (fields, message) => void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
    };
    app = await createShopApp({
        shop: loaded.value,
        store,
        wechat: createWechatOpenApi({ ...simulator.openApi, clock }),
        pay: createWechatPay({ ...simulator.pay, clock }),
        clock,
        simulated: true,
        publicUrl: () => publicUrl,
        consolePassword: 'a password for tests',
        log: silent,
        timer: false,
    });
    const server = createServer(express().use('/api', app.router));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();
    publicUrl ||= `http://127.0.0.1:${port}`;
    return port;
}
process.on('message', (command) => {
    const answer = async () => {
        if ('start' in command)
            return start(command.start);
        if ('now' in command)
            clock.set(new Date(command.now));
        if ('publicUrl' in command)
            publicUrl = command.publicUrl;
        if ('jobs' in command)
            await app?.jobs.run();
        return null;
    };
    answer().then((value) => process.send?.({ value }), (error) => process.send?.({ error: String(error) }));
});
process.on('disconnect', () => process.exit(0));
