/** `npm test`: installs what is missing, then checks types, style and every test. Paths given run those tests alone. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { SetupError, ensureBrowser, ensureDependencies, ensureWeb, requireNode, root } from './setup.mjs'

const SPECS = ['schemas', 'runtime', 'generator', 'admin-ui', 'e2e'].map((part) => `${part}/test/**/*.test.ts`)

const bin = (name) => join(root, 'node_modules/.bin', name)

function step(label, command, args, env = process.env) {
  const start = Date.now()
  process.stdout.write(`\n▸ ${label}\n`)
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
    let tail = ''
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk)
      tail = (tail + chunk).slice(-200_000)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      process.stdout.write(`  ${((Date.now() - start) / 1000).toFixed(1)} s\n`)
      resolve({
        code,
        passed: Number(/(\d+) passing/.exec(tail)?.[1] ?? 0),
        failed: Number(/(\d+) failing/.exec(tail)?.[1] ?? 0),
      })
    })
  })
}

/** Most tests keep one processor busy; what the last of them walk in is built meanwhile by another, and by themselves where this fails. */
function warm(env) {
  const child = spawn(bin('tsx'), ['e2e/src/warm.ts'], { cwd: root, env, stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  return () => {
    try {
      // With what it started.
      if (child.pid) process.kill(-child.pid)
    } catch {
      // it is done
    }
  }
}

try {
  requireNode()
  await ensureDependencies()
  const browser = await ensureBrowser()
  await ensureWeb()
  const only = process.argv.slice(2)
  const env = { ...process.env, CHROMIUM_PATH: browser, NODE_ENV: 'test' }
  const stopWarming = only.length > 0 ? () => undefined : warm(env)
  process.on('exit', stopWarming)
  process.on('SIGINT', () => process.exit(130))
  const results = only.length
    ? [await step('tests', bin('mocha'), only, env)]
    : [
        await step('types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']),
        await step('types of the pages', bin('tsc'), ['--noEmit', '-p', 'admin-ui/web/tsconfig.json']),
        await step('lint', bin('oxlint'), ['--type-aware', '--deny-warnings']),
        await step('format', bin('prettier'), ['--check', '--log-level', 'warn', '.']),
        await step('tests', bin('mocha'), ['--forbid-only', ...SPECS], env),
      ]
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const broken = results.filter((result) => result.code !== 0).length
  process.stdout.write(`\n${sum('passed')} passed, ${Math.max(sum('failed'), broken)} failed\n`)
  process.exit(broken || sum('passed') === 0 ? 1 : 0)
} catch (error) {
  process.stderr.write(`\n${error instanceof SetupError ? error.message : error.stack}\n`)
  process.exit(1)
}
