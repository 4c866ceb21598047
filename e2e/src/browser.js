import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Flags for a closed network and for running as root in a container. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']; // prettier-ignore
export async function launchBrowser() {
    const executablePath = process.env['CHROMIUM_PATH'] ?? PATHS.find((path) => existsSync(path));
    if (!executablePath)
        throw new Error('No Chromium: run `npm test`, which finds or installs one, or set CHROMIUM_PATH.');
    return chromium.launch({ executablePath, args: FLAGS });
}
export const PHONE = {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    locale: 'zh-CN',
};
export const DESK = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' };
/** Opens a page that fails the test when its code throws or logs an error. */
export async function openPage(browser, options) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
    page.on('console', (message) => {
        if (message.type() === 'error')
            errors.push(message.text());
    });
    return { page, errors };
}
