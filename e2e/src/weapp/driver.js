/**
 * Runs a built weapp bundle without WeChat: the logic layer in a `vm` context that has `wx`, `App`, `Page` and `Component` and no
 * `window` or `document`; the view layer is what `wcc` made of the WXML. Taps go to the elements that are really rendered, and
 * bubble to the handlers that are really bound.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import vm from 'node:vm';
import { compileWxml, readJson } from './compile.js';
import { createWx } from './wx.js';
/** Sets `root.cn.[0].v` the way `setData` reads a path. */
function assign(target, path, value) {
    const keys = path.replaceAll('[', '.').replaceAll(']', '').split('.').filter(Boolean);
    let at = target;
    for (const [position, key] of keys.entries()) {
        if (position === keys.length - 1)
            at[key] = value;
        else
            at = (at[key] ??= /^\d+$/.test(keys[position + 1] ?? '') ? [] : {});
    }
}
export class WeappDriver {
    /** Bytes of each `setData` call, by page. */
    setDataSizes = [];
    /** Names of the `wx` calls the app made, in order. */
    calls = [];
    /** Errors the app's code threw or logged. */
    errors = [];
    #dist;
    #render;
    #pages = [];
    #running = new Set();
    #modules = new Map();
    #tabs;
    #context;
    #app = {};
    #config;
    #component;
    constructor(options, render, tabs) {
        this.#dist = options.dist;
        this.#render = render;
        this.#tabs = new Set(tabs);
        const wx = createWx(options.outside, {
            navigateTo: (url) => this.#open(url),
            redirectTo: (url) => {
                this.#close(1);
                return this.#open(url);
            },
            switchTab: (url) => this.#relaunch(url),
            reLaunch: (url) => this.#relaunch(url),
            navigateBack: async (delta) => {
                this.#close(Math.min(delta, this.#pages.length - 1));
                this.#call(this.page, 'onShow');
            },
        }, (name) => this.calls.push(name));
        const report = (...values) => void this.errors.push(values.map((value) => (value instanceof Error ? value.stack : String(value))).join(' '));
        this.#context = vm.createContext({
            wx, ...this.#timers(),
            console: { ...console, log() { }, info() { }, debug() { }, warn() { }, error: report },
            App: (config) => (this.#app = config),
            Page: (config) => (this.#config = config),
            Component: (config) => (this.#component = config),
            Behavior: (config) => config,
            getApp: () => this.#app,
            getCurrentPages: () => [...this.#pages],
            requirePlugin: () => ({}),
        }); // prettier-ignore
    }
    /** Starts the app at its first page, or at `url`. */
    static async launch(options, url) {
        const { render } = await compileWxml(options.dist, options.nodeModules);
        const app = await readJson(join(options.dist, 'app.json'));
        const driver = new WeappDriver(options, render, app.tabBar?.list.map(({ pagePath }) => pagePath) ?? []);
        driver.#load('app.js');
        const first = url ?? app.pages[0] ?? '';
        for (const hook of ['onLaunch', 'onShow'])
            driver.#call(driver.#app, hook, { path: first, query: {}, scene: 1001, referrerInfo: {} });
        await driver.#open(first);
        return driver;
    }
    /** Ends the app: its timers fire no more. */
    close() {
        for (const timer of this.#running)
            clearTimeout(timer);
    }
    #timers() {
        const keep = (timer) => {
            this.#running.add(timer);
            return timer;
        };
        return {
            setTimeout: (run, ms, ...inputs) => keep(setTimeout(run, ms, ...inputs)),
            setInterval: (run, ms, ...inputs) => keep(setInterval(run, ms, ...inputs)),
            clearTimeout,
            clearInterval,
        };
    }
    get page() {
        const page = this.#pages.at(-1);
        if (!page)
            throw new Error('The app shows no page.');
        return page;
    }
    /** Path of the page shown, such as `pages/home/index`. */
    get route() {
        return this.page.route;
    }
    /** The tree the customer sees, with Taro's recursive component unfolded. */
    tree() {
        return this.#unfold(this.#render(`${this.route}.wxml`, this.page.data));
    }
    /** All text shown, line by line. */
    text(node = this.tree()) {
        return typeof node === 'string' ? node : node.children.map((child) => this.text(child)).filter(Boolean).join('\n'); // prettier-ignore
    }
    exists(id) {
        return this.#trail(id) !== undefined;
    }
    /** The first id in the tree that `matches`. */
    find(matches, node = this.tree()) {
        const id = node.attr?.['id'];
        if (typeof id === 'string' && matches(id))
            return id;
        for (const child of node.children) {
            const found = typeof child === 'string' ? undefined : this.find(matches, child);
            if (found !== undefined)
                return found;
        }
        return undefined;
    }
    /** Text within the element. @throws when it is not there. */
    textOf(id) {
        return this.text(this.#need(id).at(-1));
    }
    /** A tap on the element with this id; it bubbles through what is bound. */
    tap(id) {
        this.#dispatch(this.#need(id), 'tap', {}, true);
    }
    /** Types into an input or textarea. */
    input(id, value) {
        const trail = this.#need(id);
        for (const type of ['focus', 'input', 'blur'])
            this.#dispatch(trail, type, { value, cursor: value.length }, false);
    }
    /** Waits until `ready` holds. @throws with what is shown after `timeout` ms. */
    async until(what, ready, timeout = 15_000) {
        const end = Date.now() + timeout;
        while (!ready()) {
            if (Date.now() > end)
                throw new Error(`Not reached: ${what}. On ${this.route}:\n${this.text()}\n${this.errors.join('\n')}`);
            await new Promise((resolve) => setTimeout(resolve, 15));
        }
    }
    /** Waits for the element, then taps it. */
    async press(id) {
        await this.until(`#${id}`, () => this.exists(id));
        this.tap(id);
    }
    /** Whether the element carries `name` among its classes, or something in it does. */
    shows(id, name) {
        const within = (node) => typeof node !== 'string' &&
            (String(node.attr?.['class'] ?? '')
                .split(' ')
                .includes(name) ||
                node.children.some(within));
        return within(this.#need(id).at(-1) ?? '');
    }
    #unfold(node) {
        if (node.tag === 'wx-comp') {
            const { i, l } = node.attr;
            return this.#unfold({ ...this.#render('comp.wxml', { i, l }), tag: 'wx-comp' });
        }
        return {
            ...node,
            children: node.children.map((child) => (typeof child === 'string' ? child : this.#unfold(child))),
        };
    }
    #trail(id, node = this.tree()) {
        if (node.attr?.['id'] === id)
            return [node];
        for (const child of node.children) {
            const found = typeof child === 'string' ? undefined : this.#trail(id, child);
            if (found)
                return [node, ...found];
        }
        return undefined;
    }
    #need(id) {
        const trail = this.#trail(id);
        if (!trail)
            throw new Error(`No element #${id} on ${this.route}:\n${this.text()}`);
        return trail;
    }
    #dispatch(trail, type, detail, bubbles) {
        const describe = ({ attr = {} }) => ({
            id: String(attr['id'] ?? ''),
            dataset: { sid: attr['data-sid'] },
            offsetLeft: 0,
            offsetTop: 0,
        });
        const target = trail.at(-1);
        if (!target)
            return;
        let handled = false;
        for (const node of bubbles ? trail.toReversed() : [target]) {
            const attributes = node.attr ?? {};
            const caught = attributes[`catch${type}`] ?? attributes[`catch:${type}`];
            const bound = caught ?? attributes[`bind${type}`] ?? attributes[`bind:${type}`];
            if (typeof bound === 'string' && bound !== '') {
                handled = true;
                const handler = (this.page[bound] ?? this.#component?.methods?.[bound]);
                handler.call(this.page, {
                    type,
                    timeStamp: Date.now(),
                    detail,
                    mark: {},
                    target: describe(target),
                    currentTarget: describe(node),
                    touches: [],
                    changedTouches: [],
                });
            }
            if (caught)
                break;
        }
        if (!handled && type === 'tap')
            throw new Error(`Nothing is bound to a tap on #${String(target.attr?.['id'])}.`);
    }
    #call(instance, hook, ...inputs) {
        const handler = instance[hook];
        if (typeof handler === 'function')
            handler.apply(instance, inputs);
    }
    async #open(url) {
        const [path = '', search = ''] = url.replace(/^\//, '').split('?');
        const previous = this.#pages.at(-1);
        if (previous)
            this.#call(previous, 'onHide');
        this.#config = undefined;
        this.#modules.delete(`${path}.js`);
        this.#load(`${path}.js`);
        const config = this.#config;
        if (!config)
            throw new Error(`${path}.js registers no page.`);
        const page = {
            ...config,
            data: structuredClone(config['data'] ?? {}),
            route: path,
        };
        const options = Object.fromEntries([...new URLSearchParams(search)].map(([key, value]) => [key, encodeURIComponent(value)]));
        Object.assign(page, {
            options,
            selectComponent: () => null,
            setData: (changes, done) => {
                const json = JSON.stringify(changes);
                this.setDataSizes.push({ page: path, bytes: Buffer.byteLength(json) });
                for (const [key, value] of Object.entries(JSON.parse(json)))
                    assign(page.data, key, value);
                if (done)
                    setTimeout(done, 0);
            },
        });
        this.#pages.push(page);
        this.#call(page, 'onLoad', options);
        this.#call(page, 'onShow');
        this.#call(page, 'onReady');
    }
    #close(count) {
        for (const page of this.#pages.splice(this.#pages.length - count, count).toReversed())
            this.#call(page, 'onUnload');
    }
    async #relaunch(url) {
        const path = url.replace(/^\//, '').split('?')[0] ?? '';
        const kept = this.#tabs.has(path) ? this.#pages.find((page) => page.route === path) : undefined;
        for (const page of this.#pages.splice(0))
            if (page !== kept)
                this.#call(page, 'onUnload');
        if (!kept)
            return this.#open(url);
        this.#pages.push(kept);
        this.#call(kept, 'onShow');
    }
    #load(path) {
        const known = this.#modules.get(path);
        if (known)
            return known.exports;
        const module = { exports: {} };
        this.#modules.set(path, module);
        const source = readFileSync(join(this.#dist, path), 'utf8');
        const wrapped = vm.runInContext(`(function (require, module, exports) {${source}\n})`, this.#context, {
            filename: path,
        });
        const require = (name) => this.#load(posix.join(dirname(path), name.endsWith('.js') ? name : `${name}.js`));
        wrapped(require, module, module.exports);
        return module.exports;
    }
}
