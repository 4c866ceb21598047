import { randomBytes } from 'node:crypto';
const LIFE = 60_000;
/** One-time links: each names one shop, works once and for a minute. */
export class Passes {
    #now;
    #open = new Map();
    constructor(now) {
        this.#now = now;
    }
    issue(key) {
        const now = this.#now().getTime();
        for (const [code, pass] of this.#open)
            if (pass.until < now)
                this.#open.delete(code);
        const code = randomBytes(24).toString('base64url');
        this.#open.set(code, { key, until: now + LIFE });
        return code;
    }
    /** True once for a code issued for this shop. */
    use(key, code) {
        const pass = this.#open.get(code);
        this.#open.delete(code);
        return pass !== undefined && pass.key === key && pass.until >= this.#now().getTime();
    }
}
