import { Router } from 'express';
import { judge } from './judge.js';
import { StudioRefusal } from './refusals.js';
import { fieldsOf } from './shop-routes.js';
const row = ({ number, note, createdAt }) => ({ number, note, createdAt });
/** `/studio/api/shops/:key/versions` and what is made from a version. */
export function versionRoutes({ shelf, sandboxes, generation }) {
    const router = Router();
    const versionAt = (key, number) => {
        if (!/^[1-9]\d{0,8}$/.test(number))
            throw new StudioRefusal('VERSION_UNKNOWN');
        return shelf.version(key, Number(number));
    };
    router.get('/shops/:key/versions', async (req, res) => {
        await shelf.shop(req.params.key);
        res.json({ versions: (await shelf.versions(req.params.key)).map(row) });
    });
    /** {note} → the draft as the next version: 201, or 200 with the newest one when nothing has changed since. */
    router.post('/shops/:key/versions', async (req, res) => {
        const { note } = fieldsOf(req.body);
        const draft = await shelf.shop(req.params.key);
        const kept = await shelf.keep(req.params.key, draft.description, typeof note === 'string' ? note.slice(0, 200) : '');
        res.status(kept.isNew ? 201 : 200).json({ ...row(kept.version), isNew: kept.isNew });
    });
    router.get('/shops/:key/versions/:number', async (req, res) => {
        const version = await versionAt(req.params.key, req.params.number);
        res.json({ ...row(version), description: version.description });
    });
    /** {revision, editor} → the version becomes the draft. */
    router.post('/shops/:key/versions/:number/restore', async (req, res) => {
        const { revision, editor } = fieldsOf(req.body);
        if (typeof revision !== 'number')
            throw new StudioRefusal('BODY_INVALID');
        const { description } = await versionAt(req.params.key, req.params.number);
        const { problems, shop } = judge(description);
        const saved = await shelf.save(req.params.key, {
            revision,
            description,
            isSound: shop !== null,
            editor: typeof editor === 'string' ? editor.slice(0, 60) : '',
        });
        if (shop)
            sandboxes.swap(req.params.key, shop);
        res.json({ revision: saved.revision, updatedAt: saved.updatedAt, description, problems });
    });
    /** {note?, revision?} → keeps the draft as a version and generates the app of it. 422 with the problems when it has some. */
    router.post('/shops/:key/generate', async (req, res) => {
        const { note } = fieldsOf(req.body ?? {});
        const draft = await shelf.shop(req.params.key);
        const { problems } = judge(draft.description);
        if (problems.length > 0)
            throw new StudioRefusal('SHOP_FAULTY', { problems });
        const kept = await shelf.keep(req.params.key, draft.description, typeof note === 'string' ? note.slice(0, 200) : '');
        const { summary } = await generation.archive(req.params.key, kept.version);
        res.json({ ...summary, url: `/studio/api/shops/${req.params.key}/versions/${kept.version.number}/zip` });
    });
    router.get('/shops/:key/versions/:number/zip', async (req, res) => {
        const version = await versionAt(req.params.key, req.params.number);
        const { problems } = judge(version.description);
        if (problems.length > 0)
            throw new StudioRefusal('SHOP_FAULTY', { problems });
        const { summary, zip } = await generation.archive(req.params.key, version);
        res.type('application/zip').attachment(summary.fileName).send(zip);
    });
    return router;
}
