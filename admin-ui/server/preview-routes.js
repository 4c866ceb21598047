import { randomBytes } from 'node:crypto';
import { pages } from '@kaidian/runtime';
import { Router } from 'express';
import { languageOf } from './language.js';
import { StudioRefusal } from './refusals.js';
import { waitingPage } from './waiting-page.js';
const isFaulty = (error) => error instanceof StudioRefusal && error.code === 'SHOP_FAULTY';
/**
 * `/preview/<key>/…`: the mini-program's web edition, its API on a sandbox of the real runtime, and its back office.
 * The pages are one build for all shops; the shop comes from the API.
 */
export function previewRoutes({ sandboxes, build, passes, console: consoleFolder }) {
    const router = Router();
    router.use('/:key/api', async (req, res, next) => {
        const { router: api } = await sandboxes.of(req.params.key);
        api(req, res, next);
    });
    router.get('/:key/console-pass/:code', async (req, res) => {
        if (!passes.use(req.params.key, req.params.code))
            throw new StudioRefusal('PASS_USED');
        const { token } = await (await sandboxes.of(req.params.key)).signIn();
        // The back office takes the token from the fragment, which no server or log ever sees, and clears it from the address.
        res.set('Cache-Control', 'no-store');
        res.redirect(303, `/preview/${req.params.key}/console/#token=${encodeURIComponent(token)}`);
    });
    let backOffice = null;
    router.use('/:key/console', (req, res, next) => {
        if (needsSlash(req, res))
            return;
        backOffice ??= pages(consoleFolder, 'console');
        backOffice(req, res, next);
    });
    let app = null;
    router.use('/:key', async (req, res, next) => {
        if (needsSlash(req, res))
            return;
        const state = build.state;
        const isPage = req.path === '/' || req.path === '/index.html';
        if (isPage) {
            try {
                await sandboxes.of(String(req.params.key));
            }
            catch (error) {
                if (!isFaulty(error))
                    throw error;
                wait(req, res, 'faulty');
                return;
            }
        }
        if (state.state !== 'ready') {
            if (isPage)
                wait(req, res, state);
            else
                next(new StudioRefusal('PREVIEW_PREPARING'));
            return;
        }
        if (app?.folder !== state.folder)
            app = { folder: state.folder, serve: pages(state.folder, 'h5') };
        app.serve(req, res, next);
    });
    return router;
}
function wait(req, res, state) {
    const nonce = randomBytes(16).toString('base64');
    res.set({
        'Cache-Control': 'no-store',
        'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; connect-src 'self'; script-src 'nonce-${nonce}'`,
    });
    res.send(waitingPage(state, languageOf(req), nonce));
}
/** Relative addresses need the slash at the end: sends there when it is missing. */
function needsSlash(req, res) {
    const [path = '', query] = req.originalUrl.split('?');
    if (req.path !== '/' || path.endsWith('/'))
        return false;
    res.redirect(308, `${path}/${query === undefined ? '' : `?${query}`}`);
    return true;
}
