import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
export const root = fileURLToPath(new URL('../../', import.meta.url));
/** Starts `node` with these words. */
export function start(args, options = {}) {
    const child = spawn(process.execPath, args, {
        cwd: options.cwd ?? root,
        env: { ...process.env, NO_COLOR: '1', ...options.env },
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const listeners = new Set();
    for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk) => {
            output += chunk.toString();
            for (const listener of listeners)
                listener();
        });
    const ended = new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('close', (code) => resolve({ code, output }));
    });
    const printed = (pattern) => new Promise((resolve, reject) => {
        const look = () => {
            const found = pattern.exec(output);
            if (!found)
                return;
            listeners.delete(look);
            resolve(found);
        };
        listeners.add(look);
        look();
        ended.then(({ code }) => reject(new Error(`Ended with ${code} before printing ${pattern}:\n${output}`)), reject);
    });
    return { child, output: () => output, printed, ended };
}
