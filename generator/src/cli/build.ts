import { buildApp, TARGETS, type Target } from '../build.ts'
import { InputError } from '../inputError.ts'
import type { Context, ExitCode } from './context.ts'

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`

/** What the platform allows a main package to be. */
const LIMIT = 2 * 1024 * 1024

/** `kaidian build FOLDER --target weapp` */
export async function build(context: Context, folder: string, { target }: { target: string }): Promise<ExitCode> {
  const { say, out, err, env } = context
  const wanted = TARGETS.find((known): known is Target => known === target)
  if (wanted === undefined)
    throw new InputError(
      `没有目标 ${target}；可选 ${TARGETS.join('、')}。`,
      `No target ${target}; choose ${TARGETS.join(' or ')}.`,
    )
  const report = await buildApp(folder, wanted, { onLine: err, env })
  out(
    say(
      `构建完成：${report.folder}(${kilobytes(report.bytes)})`,
      `Built: ${report.folder} (${kilobytes(report.bytes)})`,
    ),
  )
  const { mainPackageBytes } = report
  if (mainPackageBytes === null) return 0
  out(
    say(
      `主包 ${kilobytes(mainPackageBytes)}，上限 2048 KB。`,
      `Main package ${kilobytes(mainPackageBytes)} of 2048 KB.`,
    ),
  )
  if (mainPackageBytes <= LIMIT) return 0
  err(say('主包超过平台上限，无法上传。', 'The main package is over the limit of the platform: it cannot be uploaded.'))
  return 2
}
