import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { SetupFault, startRuntime } from '../../src/index.js';
import { salonDescription } from '../http/salon.js';
const silent = { info() { }, warn() { }, error() { } };
describe('starting a shop', () => {
    let folder;
    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), 'kaidian-start-'));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));
    const start = (options = {}) => startRuntime({ shop: salonDescription(), folder: join(folder, 'state'), log: silent, timer: false, ...options });
    async function faultOf(options) {
        const error = await start(options).then(async (runtime) => (await runtime.close(), undefined), (fault) => fault);
        expect(error).to.be.instanceOf(SetupFault);
        return error.message;
    }
    it('names the port that is in use', async () => {
        const other = createServer().listen(0, '127.0.0.1');
        await once(other, 'listening');
        const { port } = other.address();
        expect(await faultOf({ port }))
            .to.include(`Port ${port} is in use`)
            .and.include('端口');
        other.close();
    });
    it('names what is wrong with the description, and where', async () => {
        const shop = { ...salonDescription(), zone: 'Asia/Nowhere', colour: 'red' };
        expect(await faultOf({ shop })).to.include('/colour');
    });
    it('names a folder it cannot write to', async () => {
        await writeFile(join(folder, 'file'), '');
        expect(await faultOf({ folder: join(folder, 'file', 'state') })).to.include('no permission to write');
    });
    it('names the settings of WeChat that are missing', async () => {
        const message = await faultOf({ env: { WECHAT_APPID: 'wx123', WECHAT_SECRET: 'secret' } });
        expect(message).to.include('WECHATPAY_MCHID').and.not.include('WECHAT_APPID,');
    });
    it('refuses a console password that is too short, and a port that is none', async () => {
        expect(await faultOf({ env: { KAIDIAN_CONSOLE_PASSWORD: 'short' } })).to.include('at least 8');
        expect(await faultOf({ env: { PORT: 'http' } })).to.include('PORT');
    });
    it('makes a console password and a data key once, for its owner only', async () => {
        const first = await start();
        const password = first.newConsolePassword;
        await first.close();
        expect(password).to.have.length(16);
        for (const name of ['console-password', 'data.key'])
            expect((await stat(join(folder, 'state', name))).mode & 0o777, name).to.equal(0o600);
        const second = await start();
        expect(second.newConsolePassword).to.equal(null);
        await second.close();
        expect((await readFile(join(folder, 'state', 'console-password'), 'utf8')).trim()).to.equal(password);
    });
    it('serves pages that may be framed by their own origin only, and run no foreign script', async () => {
        for (const [name, file] of [
            ['h5', 'app.1a2b3c4d.js'],
            ['console', 'index-AbCd1234.js'],
        ]) {
            await mkdir(join(folder, name));
            await writeFile(join(folder, name, 'index.html'), `<title>${name}</title>`);
            await writeFile(join(folder, name, file), '');
        }
        const runtime = await start({ h5: join(folder, 'h5'), console: join(folder, 'console') });
        try {
            for (const [path, title] of [
                ['/', 'h5'],
                ['/console/', 'console'],
            ]) {
                const page = await fetch(runtime.url + path);
                expect(await page.text()).to.include(title);
                const policy = page.headers.get('content-security-policy') ?? '';
                expect(policy)
                    .to.include("frame-ancestors 'self'")
                    .and.include("script-src 'self'")
                    .and.not.include('unsafe-eval');
                expect(page.headers.get('cache-control')).to.equal('no-cache');
            }
            const script = await fetch(`${runtime.url}/console/index-AbCd1234.js`);
            expect(script.headers.get('cache-control')).to.include('immutable');
            expect((await fetch(`${runtime.url}/..%2f..%2fetc%2fpasswd`)).status).to.be.within(400, 404);
            expect((await fetch(`${runtime.url}/nowhere`)).status).to.equal(404);
        }
        finally {
            await runtime.close();
        }
    });
    it('keeps orders and keys over a restart, and lets the folder go when it is closed', async () => {
        const first = await start();
        const shop = await (await fetch(`${first.url}/api/shop`)).json();
        await first.close();
        const second = await start();
        expect(await (await fetch(`${second.url}/api/shop`)).json()).to.deep.equal(shop);
        await second.close();
        await second.close();
    });
});
describe('node main.js', function () {
    this.timeout(60_000);
    const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
    let folder;
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), 'kaidian-main-'));
        await writeFile(join(folder, 'shop.json'), JSON.stringify(salonDescription()));
    });
    after(() => rm(folder, { recursive: true, force: true }));
    function run(args, env = {}) {
        const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
            cwd: fileURLToPath(new URL('../../', import.meta.url)),
            env: { ...process.env, LOG_LEVEL: 'silent', KAIDIAN_FOLDER: join(folder, 'state'), ...env },
        });
        let said = '';
        child.stdout.on('data', (chunk) => (said += String(chunk)));
        child.stderr.on('data', (chunk) => (said += String(chunk)));
        return { child, said: () => said, ended: once(child, 'exit') };
    }
    it('says in a sentence that there is no description, and ends with 1', async () => {
        const { said, ended } = run([join(folder, 'nothing.json')]);
        expect((await ended)[0]).to.equal(1);
        expect(said()).to.include('There is no file').and.not.include('    at ');
    });
    it('starts, answers, and ends with 0 when it is told to', async () => {
        const { child, said, ended } = run([join(folder, 'shop.json')], { PORT: '0' });
        while (!said().includes('shown once'))
            await once(child.stdout, 'data');
        const url = /http:\/\/[\d.]+:\d+/.exec(said())?.[0] ?? '';
        expect((await fetch(`${url}/healthz`)).status).to.equal(200);
        child.kill('SIGTERM');
        expect((await ended)[0]).to.equal(0);
    });
});
