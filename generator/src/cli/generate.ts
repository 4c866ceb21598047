import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { besidePath, isOurs, type Action } from '../decide.ts'
import { generate as generateFiles } from '../generate.ts'
import { InputError } from '../inputError.ts'
import { loadMaterials } from '../materials.ts'
import { writeFiles, type WriteReport } from '../write.ts'
import { zipFiles } from '../zip.ts'
import type { Context, ExitCode } from './context.ts'
import type { Say } from './language.ts'
import { printProblems } from './problems.ts'
import { readDescription } from './readDescription.ts'
import { unifiedDiff } from './unifiedDiff.ts'

export interface GenerateOptions {
  readonly out?: string
  readonly zip?: string
  readonly dryRun?: boolean
  readonly force?: boolean
  /** Show what would change, line by line; like `dryRun`, nothing is written. */
  readonly diff?: boolean
}

/** Actions a person should know of file by file; the others are counted. */
const TOLD: readonly Action[] = ['kept', 'beside', 'merged', 'conflicted', 'abandoned']

const sentence = (say: Say, action: Action, path: string): string => {
  switch (action) {
    case 'created':
      return say(`新建 ${path}`, `create ${path}`)
    case 'updated':
      return say(`更新 ${path}`, `update ${path}`)
    case 'unchanged':
      return say(`不变 ${path}`, `unchanged ${path}`)
    case 'removed':
      return say(`删除 ${path}`, `remove ${path}`)
    case 'kept':
      return say(`保留手工改动 ${path}`, `keep (changed by hand) ${path}`)
    case 'beside':
      return say(
        `保留手工改动 ${path}；新的一份在 ${besidePath(path)}`,
        `keep (changed by hand) ${path}; the new one is ${besidePath(path)}`,
      )
    case 'merged':
      return say(`合并手工改动 ${path}`, `merge with changes made by hand ${path}`)
    case 'conflicted':
      return say(`合并有冲突，请处理冲突标记 ${path}`, `merge conflict, look for the markers in ${path}`)
    case 'abandoned':
      return say(`不再生成，但有手工改动，保留 ${path}`, `no longer generated but changed by hand, kept ${path}`)
  }
}

function report({ say, out, err }: Context, { folder, decisions }: WriteReport, dryRun: boolean): void {
  if (dryRun) {
    for (const { path, action } of decisions) if (action !== 'unchanged') out(sentence(say, action, path))
  } else for (const { path, action } of decisions) if (TOLD.includes(action)) err(sentence(say, action, path))
  const count = (action: Action): number => decisions.filter((decision) => decision.action === action).length
  const [created, updated, removed] = [count('created'), count('updated'), count('removed')]
  out(
    dryRun
      ? say(
          `将新建 ${created}、更新 ${updated}、删除 ${removed} 个文件；什么都没有写。`,
          `Would create ${created}, update ${updated}, remove ${removed} files; nothing was written.`,
        )
      : say(
          `${folder}：新建 ${created}、更新 ${updated}、删除 ${removed} 个文件。`,
          `${folder}: ${created} files created, ${updated} updated, ${removed} removed.`,
        ),
  )
}

/** What would change in the files that are there. */
async function showChanges({ out }: Context, { folder, decisions }: WriteReport): Promise<void> {
  for (const { path, action, change } of decisions) {
    if (change === null || action === 'created' || isOurs(path)) continue
    const before = await readFile(join(folder, path))
    const after = Buffer.from(change.content ?? '')
    if (before.includes(0) || after.includes(0))
      out(`--- ${path}\n+++ ${path}\n(${before.length} → ${after.length} bytes)`)
    else for (const line of unifiedDiff(path, before.toString('utf8'), after.toString('utf8'))) out(line)
  }
}

/** Written beside and moved, so that a reader never meets half an archive. */
async function save(file: string, content: Buffer): Promise<void> {
  const place = resolve(file)
  const draft = join(dirname(place), `.${basename(place)}.draft`)
  await mkdir(dirname(place), { recursive: true })
  try {
    await writeFile(draft, content)
    await rename(draft, place)
  } finally {
    await rm(draft, { force: true })
  }
}

/** `kaidian generate SHOP.json --out FOLDER --zip FILE` */
export async function generate(context: Context, file: string, options: GenerateOptions): Promise<ExitCode> {
  const { say, out } = context
  const { out: folder, zip, force = false, diff = false } = options
  const dryRun = options.dryRun === true || diff
  if (folder === undefined && zip === undefined)
    throw new InputError('请用 --out 给出文件夹，或用 --zip 给出压缩包。', 'Say where to: --out FOLDER, or --zip FILE.')
  const { text, input } = await readDescription(file)
  const result = generateFiles(input, await loadMaterials())
  if (!result.ok) {
    printProblems(context, file, text, result.problems)
    return 1
  }
  if (folder !== undefined) {
    const done = await writeFiles(result.value, folder, { dryRun, force })
    if (diff) await showChanges(context, done)
    report(context, done, dryRun)
  }
  if (zip !== undefined && !dryRun) {
    const archive = await zipFiles(result.value, (input as { id: string }).id)
    await save(zip, archive)
    out(
      say(
        `${zip}：${result.value.length} 个文件，${archive.length} 字节。`,
        `${zip}: ${result.value.length} files, ${archive.length} bytes.`,
      ),
    )
  }
  return 0
}
