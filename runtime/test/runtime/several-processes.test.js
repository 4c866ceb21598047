import { expect } from 'chai';
import { ACCEPTS, ANSWERS, at, cut } from '../http/salon.js';
import { openFleet } from './processes.js';
const MINUTE = 60_000;
describe('several API processes on one database', function () {
    this.timeout(60_000);
    let fleet;
    let apis;
    let phones = 15_000_000_000;
    before(async () => {
        fleet = await openFleet();
        apis = await Promise.all([fleet.start(), fleet.start(), fleet.start()]);
    });
    after(() => fleet.close());
    const api = (n) => apis[n % apis.length];
    async function customer(n) {
        const phone = String((phones += 1));
        const { body } = await api(n).post('/sign-in-codes', { body: { phone } });
        return (await api(n + 1).post('/sessions', { body: { phone, code: body.simulatedCode } })).body.token;
    }
    const payIn = (url) => fetch(`${fleet.simulator.baseUrl}/simulator/pay`, {
        method: 'POST',
        body: JSON.stringify({ prepay_id: new URL(url).searchParams.get('prepay_id') }),
    }).then((answer) => answer.json());
    /** What is claimed for good or for a while, which must never overlap. */
    async function overlaps(now) {
        const claims = await fleet.store
            .forShop('qingsi')
            .claims.between(new Date('2026-12-01'), new Date('2026-12-31'), new Date(now));
        return claims.filter((one) => claims.some((two) => one !== two && one.resource === two.resource && one.start < two.end && two.start < one.end)).length;
    }
    it('give one time to exactly one of fifty customers', async () => {
        const tokens = await Promise.all(Array.from({ length: 50 }, (_, n) => customer(n)));
        const selection = cut({ start: at('2026-12-02', '16:00'), resources: { stylist: 'stylist-1' } });
        const answers = await Promise.all(tokens.map((token, n) => api(n).post('/holds', { token, body: { selection } })));
        const count = (status) => answers.filter((answer) => answer.status === status).length;
        expect([count(201), count(409)]).to.deep.equal([1, 49]);
    });
    it('answer the same request alike, whichever is asked', async () => {
        const token = await customer(0);
        const body = { selection: cut({ start: at('2026-12-02', '12:00') }) };
        const answers = await Promise.all([0, 1, 2].map((n) => api(n).post('/holds', { token, body, key: 'over-processes' })));
        expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body]))).size).to.equal(1);
        expect(answers[0]?.status).to.equal(201);
    });
    it('share the jobs: an order that is overdue expires once', async () => {
        const token = await customer(1);
        const { body: hold } = await api(0).post('/holds', {
            token,
            body: { selection: cut({ start: at('2026-12-03', '12:00') }) },
        });
        const { body: order } = await api(1).post('/orders', {
            token,
            body: { hold: hold.id, answers: ANSWERS, accepts: ACCEPTS },
        });
        await fleet.setTime(new Date(Date.parse('2026-12-01T01:00:00Z') + 16 * MINUTE).toISOString());
        await Promise.all(apis.map((one) => one.tell({ jobs: true })));
        const stored = await fleet.store.forShop('qingsi').orders.find(order.id);
        expect(stored?.events.map(({ type }) => type)).to.deep.equal(['order.created', 'order.expired']);
    });
    it('lose no paid order when one is killed: another one finds out and confirms', async () => {
        const doomed = await fleet.start();
        const token = await customer(2);
        const { body: hold } = await doomed.post('/holds', {
            token,
            body: { selection: cut({ start: at('2026-12-04', '12:00') }) },
        });
        const { body: order } = await doomed.post('/orders', {
            token,
            body: { hold: hold.id, answers: ANSWERS, accepts: ACCEPTS },
        });
        const { body: payment } = await doomed.post(`/orders/${order.id}/payments`, { token, body: { channel: 'h5' } });
        fleet.simulator.notices.hold();
        expect((await payIn(payment.url)).errMsg).to.equal('requestPayment:ok');
        await doomed.kill();
        const now = new Date(Date.parse(order.expiresAt) + 1000).toISOString();
        await fleet.setTime(now);
        await api(0).tell({ jobs: true });
        await fleet.simulator.notices.release().catch(() => { });
        const { body: confirmed } = await api(1).get(`/orders/${order.id}`, { token });
        expect(confirmed).to.include({ state: 'confirmed', booking: 'confirmed' });
        expect(confirmed.money).to.include({ captured: order.quote.total, refunded: 0 });
    });
    it('killed with ten bookings in full flight: repeated elsewhere, each ends with one place or with its money', async () => {
        const began = new Date(Date.parse('2026-12-01T03:00:00Z')).toISOString();
        await fleet.setTime(began);
        const doomed = await fleet.start();
        // Should the notices of the doomed reach anybody, then one that lives.
        await doomed.tell({ publicUrl: api(0).url });
        const tokens = await Promise.all(Array.from({ length: 10 }, (_, n) => customer(n)));
        /** The whole way, each request with a key of its own; it ends where the process ends. */
        async function book(with_, token, n) {
            // Two customers want each time.
            const selection = cut({
                start: at('2026-12-05', `${12 + 2 * Math.floor(n / 2)}:00`),
                resources: { stylist: 'stylist-1' },
            });
            const hold = await with_.post('/holds', { token, body: { selection }, key: `flight-hold-${n}` });
            if (hold.status !== 201)
                return hold;
            const made = await with_.post('/orders', {
                token,
                body: { hold: hold.body.id, answers: ANSWERS, accepts: ACCEPTS },
                key: `flight-order-${n}`,
            });
            if (made.status !== 201)
                return made;
            const payment = await with_.post(`/orders/${made.body.id}/payments`, {
                token,
                body: { channel: 'h5' },
                key: `flight-payment-${n}`,
            });
            if (payment.status === 201)
                await payIn(payment.body.url);
            return with_.get(`/orders/${made.body.id}`, { token });
        }
        const flights = tokens.map((token, n) => book(doomed, token, n).catch(() => undefined));
        // Killed when the first of them has got through its hold: the others are anywhere.
        await Promise.race([...flights, heldSomewhere()]);
        await doomed.kill();
        expect(await Promise.all(flights)).to.include(undefined);
        // Whatever was locked by the dead process is free after half a minute.
        await fleet.setTime(new Date(Date.parse(began) + MINUTE).toISOString());
        const ended = await Promise.all(tokens.map((token, n) => book(api(n), token, n)));
        await fleet.simulator.notices.settled();
        const after = new Date(Date.parse(began) + 30 * MINUTE).toISOString();
        await fleet.setTime(after);
        for (const one of apis)
            await one.tell({ jobs: true });
        expect(ended.every((answer) => answer && answer.status < 500)).to.equal(true);
        const orders = (await Promise.all(tokens.map((token, n) => api(n).get('/orders', { token })))).flatMap(({ body }) => body.orders);
        const confirmed = orders.filter(({ state }) => state === 'confirmed');
        expect(confirmed).to.have.length(5);
        for (const { state, money, quote } of orders)
            expect(money.captured - money.refunded, state).to.equal(state === 'confirmed' ? quote.total : 0);
        expect(await overlaps(after)).to.equal(0);
    });
    async function heldSomewhere() {
        const { claims } = fleet.store.forShop('qingsi');
        for (;;) {
            const taken = await claims.between(new Date('2026-12-05'), new Date('2026-12-06'), new Date('2026-12-01T03:00:00Z'));
            if (taken.length > 0)
                return;
        }
    }
});
