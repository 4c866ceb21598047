/** Makes `templates/base/api/package-lock.json` anew: needed when the runtime's dependencies change; a test tells when. */
import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { REPOSITORY } from '../src/home.ts'
import { compiledManifest } from '../src/runtimePackage.ts'

const api = join(REPOSITORY, 'templates/base/api')
const folder = await mkdtemp(join(tmpdir(), 'kaidian-lock-'))
try {
  await copyFile(join(api, 'package.json'), join(folder, 'package.json'))
  for (const workspace of ['runtime', 'schemas']) {
    await mkdir(join(folder, 'packages', workspace), { recursive: true })
    const manifest = await readFile(join(REPOSITORY, workspace, 'package.json'), 'utf8')
    await writeFile(join(folder, 'packages', workspace, 'package.json'), compiledManifest(manifest))
  }
  // A lock file without addresses works with every registry.
  await promisify(execFile)(
    'npm',
    [
      'install',
      '--package-lock-only',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--omit-lockfile-registry-resolved',
    ],
    { cwd: folder },
  )
  await copyFile(join(folder, 'package-lock.json'), join(api, 'package-lock.json'))
} finally {
  await rm(folder, { recursive: true, force: true })
}
