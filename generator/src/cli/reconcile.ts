import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { startRuntime, type Reconciliation } from '@kaidian/runtime'
import { home } from '../home.ts'
import { InputError } from '../inputError.ts'
import { understand } from '../understand.ts'
import type { Context, ExitCode } from './context.ts'
import { printProblems } from './problems.ts'
import { readDescription } from './readDescription.ts'

export interface ReconcileCommandOptions {
  readonly pay: string
  readonly mend?: boolean
  readonly json?: boolean
}

type Report = Omit<Reconciliation, 'at'>

const PASSWORD = 'KAIDIAN_CONSOLE_PASSWORD'

/**
 * `kaidian reconcile`: holds books, places and money of a shop against one another. `target` is the address of a running shop,
 * or the description of one that `kaidian serve` has run and that is stopped. Exit code 1: something does not agree.
 */
export async function reconcile(
  context: Context,
  target: string,
  { pay, mend = false, json = false }: ReconcileCommandOptions,
): Promise<ExitCode> {
  const payDays = Number(pay)
  if (!Number.isInteger(payDays) || payDays < 0 || payDays > 366)
    throw new InputError(
      `--pay 是 0 到 366 的天数，不是 ${pay}。`,
      `--pay is a number of days from 0 to 366, not ${pay}.`,
    )
  const wanted = { payDays, mend }
  const report = /^https?:\/\//.test(target)
    ? await ofRunning(context, target, wanted)
    : await ofStopped(context, target, wanted)
  if (!report) return 1
  if (json) context.out(JSON.stringify(report, null, 2))
  else print(context, report)
  return report.found.some(({ mended }) => !mended) ? 1 : 0
}

interface Wanted {
  readonly payDays: number
  readonly mend: boolean
}

async function ofRunning({ env, language }: Context, url: string, wanted: Wanted): Promise<Report> {
  const password = env[PASSWORD]
  if (!password)
    throw new InputError(
      `请用环境变量 ${PASSWORD} 给出商家后台的密码。`,
      `Give the password of the back office in the environment variable ${PASSWORD}.`,
    )
  const base = `${url.replace(/\/+$/, '')}/api/console`
  const ask = async (path: string, body: unknown, token?: string): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': language,
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    }).catch((error: Error) => {
      const why = (error.cause as { code?: string } | undefined)?.code ?? error.message
      throw new InputError(`连不上 ${url}：${why}`, `${url} does not answer: ${why}`)
    })
    const given = (await answer.json().catch(() => null)) as { error?: { message?: string } } | null
    if (given && answer.ok) return given as Record<string, unknown>
    const message = given?.error?.message
    if (message === undefined)
      throw new InputError(
        `${url} 不是一家用开店运行的店（${answer.status}）。`,
        `At ${url} there is no shop that Kaidian runs (${answer.status}).`,
      )
    throw new InputError(`${url} 拒绝了：${message}`, `${url} refused: ${message}`)
  }
  const { token } = await ask('/sessions', { password })
  return (await ask('/reconciliations', wanted, String(token))) as unknown as Report
}

async function ofStopped(context: Context, file: string, wanted: Wanted): Promise<Report | undefined> {
  const { text, input } = await readDescription(file)
  const understood = understand(input)
  if (!understood.ok) {
    printProblems(context, file, text, understood.problems)
    return undefined
  }
  const { id } = understood.value.shop
  const folder = join(home(context.env), 'serve', id)
  // A shop that has kept nothing would agree with itself.
  if (!(await stat(folder).catch(() => null)))
    throw new InputError(
      `${id} 还没有在这台机器上用 kaidian serve 运行过；正在别处运行的，请给它的地址。`,
      `${id} has never been run here by kaidian serve; if it runs elsewhere, give its address.`,
    )
  const runtime = await startRuntime({
    shop: understood.value.shop,
    folder,
    port: 0,
    timer: false,
    env: { LOG_LEVEL: 'error', ...context.env, PORT: '0' },
  })
  try {
    return await runtime.reconcile(wanted)
  } finally {
    await runtime.close()
  }
}

function print({ say, out }: Context, { checked, found }: Report): void {
  const { orders, pools, days, passes } = checked
  out(
    say(
      `核对了 ${orders} 个订单、${pools} 处名额、${days} 天的时间、${passes} 张卡。`,
      `Looked at ${orders} orders, ${pools} counted supplies, ${days} days of resources, ${passes} passes.`,
    ),
  )
  for (const { code, subject, words, detail, mended } of found) {
    const about = detail === null ? subject : `${subject} (${detail})`
    out(`${mended ? '✓' : '✗'} ${say(words['zh-CN'], words.en)}: ${about}  [${code}]`)
  }
  if (found.length === 0) out(say('订单、名额、时间、收款一致。', 'Books, places and money agree.'))
  else if (found.some(({ mended }) => !mended))
    out(
      say(
        '加 --mend 可以修正不需要人判断的；其余请在后台处理。',
        '--mend puts right what needs no judgement; the rest is for a person in the back office.',
      ),
    )
}
