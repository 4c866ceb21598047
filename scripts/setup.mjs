/** What `npm start` and `npm test` need before anything else can be imported: plain Node, no dependencies. */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const home = process.env.KAIDIAN_HOME ?? join(root, '.kaidian')

/** A fault a person can mend; shown as one sentence, without a stack. */
export class SetupError extends Error {}

const OLDEST = [20, 19, 0]

export function requireNode(version = process.versions.node) {
  const parts = version.split('.').map(Number)
  const older = OLDEST.some((least, at) => parts[at] < least && OLDEST.slice(0, at).every((v, i) => parts[i] === v))
  if (older)
    throw new SetupError(
      `Kaidian 需要 Node.js ${OLDEST.join('.')} 或更新版本，这里是 ${version}。Kaidian needs Node.js ${OLDEST.join('.')} or newer; this is ${version}.`,
    )
}

export function requireWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new SetupError(
      `没有写入权限：${folder}(${error.code})。Cannot write to this folder (${error.code}); allow it, or set KAIDIAN_HOME to a folder you may write to.`,
    )
  }
}

/** Runs a command with its output shown only when it fails, unless `show`. */
export function run(command, args, { cwd = root, show = false, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => reject(new SetupError(`${command}: ${error.message}`)))
    child.on('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new SetupError(`${[command, ...args].join(' ')} → ${code}\n${output.slice(-4000)}`))
    })
  })
}

const npm = (...args) =>
  process.env.npm_execpath ? run(process.execPath, [process.env.npm_execpath, ...args]) : run('npm', args)

/** A step that is skipped while the files it depends on are the same as at its last success. */
async function once(name, stamp, label, made, work) {
  const file = join(root, 'node_modules', `.kaidian-${name}`)
  if (made() && existsSync(file) && readFileSync(file, 'utf8') === stamp) return
  const start = Date.now()
  process.stdout.write(`· ${label} … `)
  await work()
  writeFileSync(file, stamp)
  process.stdout.write(`${((Date.now() - start) / 1000).toFixed(1)} s\n`)
}

const hash = (...texts) => createHash('sha256').update(texts.join('\0')).digest('hex')

function contents(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !/node_modules|[\\/]dist[\\/]|[\\/]generated[\\/]/.test(path))
    .sort()
    .map((path) => `${path.slice(root.length)}\0${readFileSync(path, 'utf8')}`)
    .join('\0')
}

const lock = () => readFileSync(join(root, 'package-lock.json'), 'utf8')

export const ensureDependencies = () =>
  once(
    'dependencies',
    hash(lock(), process.version),
    '安装依赖 Installing dependencies',
    () => existsSync(join(root, 'node_modules/tsx')),
    () => npm('ci', '--ignore-scripts', '--no-audit', '--no-fund'),
  )

export const ensureWeb = () =>
  once(
    'web',
    hash(
      lock(),
      contents(join(root, 'admin-ui/web')),
      contents(join(root, 'runtime/src/domain')),
      contents(join(root, 'schemas/src')),
    ),
    '构建后台界面 Building studio and console',
    () =>
      existsSync(join(root, 'admin-ui/dist/studio/index.html')) &&
      existsSync(join(root, 'admin-ui/dist/console/index.html')),
    () => npm('run', 'build', '-w', 'admin-ui'),
  )

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** @returns the path of a Chromium; installs Debian's where this user may. */
export async function ensureBrowser() {
  const found = () => [process.env.CHROMIUM_PATH, ...BROWSERS].find((path) => path && existsSync(path))
  if (found()) return found()
  const apt = spawnSync('apt-get', ['--version']).status === 0
  if (apt && process.getuid?.() === 0) {
    process.stdout.write('· 安装浏览器 Installing Chromium … ')
    await run('apt-get', ['update'])
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    process.stdout.write('done\n')
  }
  if (found()) return found()
  throw new SetupError(
    '测试需要 Chromium：请先运行 sudo apt-get install chromium，或把 CHROMIUM_PATH 指向浏览器。The tests need Chromium: run sudo apt-get install chromium, or set CHROMIUM_PATH to a browser.',
  )
}
