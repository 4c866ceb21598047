import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startStudio, type StudioOptions } from '../../server/index.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
  /** The body as JSON. */
  readonly json: Readonly<Record<string, unknown>>
}

export interface OpenedStudio {
  readonly url: string
  readonly home: string
  ask(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string>; text?: string },
  ): Promise<Answer>
  close(): Promise<void>
}

/** A studio on a free port and an empty folder, with a page of one line instead of the built mini-program. */
export async function openStudio(options: Partial<StudioOptions> = {}): Promise<OpenedStudio> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'studio-')))
  const h5 = join(home, 'pages')
  await mkdir(h5, { recursive: true })
  await writeFile(join(h5, 'index.html'), '<!doctype html><title>mini-program</title>')
  const studio = await startStudio({
    port: 0,
    host: '127.0.0.1',
    home,
    env: {},
    buildPreview: async () => h5,
    ...options,
  })
  return {
    url: studio.url,
    home,
    ask: (method, path, { body, headers = {}, text } = {}) =>
      new Promise((resolve, reject) => {
        const sent = text ?? (body === undefined ? undefined : JSON.stringify(body))
        const asked = request(
          `${studio.url}${path}`,
          { method, headers: { ...(sent === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers } },
          (answer) => {
            const chunks: Buffer[] = []
            answer.on('data', (chunk: Buffer) => chunks.push(chunk))
            answer.on('end', () => {
              const whole = Buffer.concat(chunks)
              resolve({
                status: answer.statusCode ?? 0,
                headers: answer.headers,
                body: whole,
                get json() {
                  return JSON.parse(whole.toString()) as Answer['json']
                },
              })
            })
          },
        )
        asked.on('error', reject)
        asked.end(sent)
      }),
    async close() {
      await studio.close()
      if (options.home === undefined) await rm(home, { recursive: true, force: true })
    },
  }
}
