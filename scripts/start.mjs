/** `npm start`: installs and builds what is missing, then opens the studio on one URL. */
import { createServer } from 'node:net'
import { SetupError, ensureDependencies, ensureWeb, home, requireNode, requireWritable, root } from './setup.mjs'

const host = process.env.HOST ?? '127.0.0.1'
const wanted = process.env.PORT ?? '3080'

function requirePort(text) {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new SetupError(
      `PORT 应是 0 到 65535 的整数，这里是 ${text}。PORT must be an integer from 0 to 65535; this is ${text}.`,
    )
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) =>
      reject(
        new SetupError(
          error.code === 'EADDRINUSE'
            ? `端口 ${port} 已被占用。请关掉占用它的程序，或换一个：PORT=${port + 1} npm start。Port ${port} is in use; stop what uses it, or take another: PORT=${port + 1} npm start.`
            : `不能使用端口 ${port}(${error.code})。Cannot listen on port ${port} (${error.code}).`,
        ),
      ),
    )
    probe.listen(port, host, () => probe.close(() => resolve(port)))
  })
}

try {
  requireNode()
  requireWritable(root)
  requireWritable(home)
  const port = await requirePort(wanted)
  await ensureDependencies()
  await ensureWeb()
  const { register } = await import('tsx/esm/api')
  register()
  const { startStudio } = await import('../admin-ui/server/index.ts')
  const studio = await startStudio({ port, host, home, onLine: (line) => process.stdout.write(`· ${line}\n`) })
  process.stdout.write(`\n开店 Kaidian 已就绪 is ready: ${studio.url}\n按 Ctrl-C 停止。Press Ctrl-C to stop.\n`)
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    process.stdout.write('\n正在停止 Stopping …\n')
    studio.close().then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(`${error.stack}\n`)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
} catch (error) {
  process.stderr.write(`\n${error instanceof SetupError || error.expected ? error.message : error.stack}\n`)
  process.exit(1)
}
