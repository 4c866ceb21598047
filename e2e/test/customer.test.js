import { expect } from 'chai';
import { DESK, PHONE, launchBrowser, openPage } from '../src/browser.js';
import { PASSWORD, merchantOrders, openSalon } from '../src/salon.js';
const shown = (page, selector) => page.locator(`${selector}:visible`).last();
const tap = (page, selector) => shown(page, selector).tap();
/** Browses to the price of a cut with the director, signing in on the way when asked. */
async function choose(page, url, phone) {
    await page.goto(url);
    await tap(page, '#service-cut');
    await tap(page, '#offering-director');
    await tap(page, '#next');
    await tap(page, '[id^="start-"]');
    await tap(page, '#next');
    await shown(page, '#sign-in-phone').waitFor();
    await shown(page, '#sign-in-phone input').fill(phone);
    await tap(page, '#sign-in-send');
    const words = await shown(page, '#sign-in-simulated-code').textContent();
    await shown(page, '#sign-in-code input').fill(/\d{6}/.exec(words ?? '')?.[0] ?? '');
    await tap(page, '#sign-in-submit');
}
async function fillIn(page, name, phone) {
    await shown(page, '#field-name input').fill(name);
    await shown(page, '#field-phone input').fill(phone);
    await tap(page, '#next');
    await shown(page, '#quote-total').waitFor();
}
async function pay(page) {
    await tap(page, '#accept');
    await tap(page, '#pay');
    await page.getByRole('button', { name: '确认支付' }).click();
    await page.getByText('预约成功').waitFor();
}
describe('a customer of the salon, in a browser', function () {
    this.timeout(180_000);
    let salon;
    let browser;
    before(async () => {
        salon = await openSalon();
        browser = await launchBrowser();
    });
    after(async () => {
        await browser?.close();
        await salon?.close();
    });
    it('books, fills in, pays, and cancels with the refund shown first', async () => {
        const { page, errors } = await openPage(browser, PHONE);
        await choose(page, salon.url, '13800138001');
        await shown(page, '#field-name').waitFor();
        await tap(page, '#next');
        await shown(page, '#fault-name').waitFor();
        await fillIn(page, '韩梅梅', '13800138001');
        const total = (await shown(page, '#quote-total').textContent()) ?? '';
        await pay(page);
        const [order] = await merchantOrders(salon.url);
        expect(order).to.include({ state: 'confirmed', booking: 'confirmed' });
        expect(total).to.contain(String((order?.money.captured ?? 0) / 100));
        await tap(page, '#see-order');
        await tap(page, '#order-cancel');
        expect(await shown(page, '#cancel-refund').textContent()).to.match(/¥/);
        await tap(page, '#cancel-confirm');
        await page.getByText('已取消').locator('visible=true').first().waitFor();
        const [cancelled] = await merchantOrders(salon.url);
        expect(cancelled).to.include({ state: 'cancelled', booking: 'cancelled' });
        expect(errors).to.deep.equal([]);
    });
    it('arrives in the console, where the merchant opens the order and checks the customer in once', async () => {
        const { page: phone } = await openPage(browser, PHONE);
        await choose(phone, salon.url, '13800138002');
        await fillIn(phone, '王小明', '13800138002');
        await pay(phone);
        const order = (await merchantOrders(salon.url)).find(({ state }) => state === 'confirmed');
        const { page, errors } = await openPage(browser, DESK);
        await page.goto(`${salon.url}/console/`);
        await page.getByTestId('console-password').fill(PASSWORD);
        await page.getByTestId('console-sign-in').click();
        await page.getByTestId('nav-orders').click();
        await page
            .getByText(order?.number ?? '')
            .first()
            .click();
        await page.getByText('王*明').or(page.getByText('王**')).first().waitFor();
        await page.goto(`${salon.url}/console/#/check-in`);
        await page.getByTestId('check-in-code').fill(order?.checkInCode ?? '');
        await page.getByTestId('check-in-submit').click();
        await page.getByText('核销成功').or(page.getByText('已到店')).first().waitFor();
        expect((await merchantOrders(salon.url)).find(({ id }) => id === order?.id)?.booking).to.equal('checked_in');
        expect(errors).to.deep.equal([]);
    });
});
