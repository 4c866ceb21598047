// oxlint-disable-next-line no-control-regex
const COLOURS = /\u001B\[[0-9;]*m/g;
const KEPT = 40;
/** The one build that serves the previews of all shops: started once, asked often, started again after a failure. */
export class PreviewBuild {
    #build;
    #onLine;
    #lines = [];
    #state = { state: 'preparing', step: '', percent: null };
    #running = null;
    constructor(build, onLine) {
        this.#build = build;
        this.#onLine = onLine;
    }
    /** Returns at once; the build goes on by itself. */
    start() {
        if (this.#running)
            return;
        this.#lines = [];
        this.#state = { state: 'preparing', step: '', percent: null };
        this.#running = this.#build((written) => this.#read(written.replaceAll(COLOURS, '').trim())).then((folder) => {
            this.#state = { state: 'ready', folder };
            this.#onLine('预览已就绪 / The preview is ready');
        }, (error) => {
            const message = error instanceof Error ? error.message : String(error);
            this.#state = { state: 'failed', message, lines: this.#lines };
            this.#running = null;
            this.#onLine(`预览没有编译成功 / The preview could not be built: ${message}`);
        });
    }
    /** Our own lines are in both languages with a slash between them; the bundler's are read for their percentage. */
    #read(line) {
        if (line === '' || this.#state.state !== 'preparing')
            return;
        const percent = /\((\d{1,3})%\)/.exec(line)?.[1];
        if (percent !== undefined) {
            this.#state = { ...this.#state, percent: Math.min(100, Number(percent)) };
            return;
        }
        this.#lines.push(line);
        if (this.#lines.length > KEPT)
            this.#lines.shift();
        if (!line.includes(' / '))
            return;
        this.#state = { state: 'preparing', step: line, percent: null };
        this.#onLine(line);
    }
    get state() {
        return this.#state;
    }
}
