import { Command, CommanderError } from 'commander'
import { complaint } from './complaint.ts'
import { isInputError } from '../inputError.ts'
import type { Context, ExitCode } from './context.ts'
import type { DriveCommandOptions } from './drive.ts'
import type { GenerateOptions } from './generate.ts'
import type { ReconcileCommandOptions } from './reconcile.ts'
import type { ServeOptions } from './serve.ts'

function commands(context: Context, done: (code: ExitCode) => void): Command {
  const { say } = context
  const program = new Command('kaidian')
    .description(
      say('由一份店铺描述得出小程序、接口和后台。', 'From one shop description: mini-program, API and back office.'),
    )
    .option('--lang <zh|en>', say('语言；默认看 LANG', 'language; from LANG when left out'))
    .helpOption('-h, --help', say('显示说明', 'show this help'))
    .helpCommand('help [command]', say('显示某个命令的说明', 'show the help of a command'))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.out(text.trimEnd()),
      writeErr: (text) => context.err(text.trimEnd()),
    })
    .configureHelp({
      styleTitle: (title) =>
        say(
          { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' }[title] ?? title,
          title,
        ),
    })
    .addHelpText('after', () =>
      say(
        '\n退出码：0 完成；1 店铺描述有问题、对账不一致，或小程序没走通；2 无法执行。',
        '\nExit codes: 0 done; 1 the description has problems, the books do not agree, or the app failed its walk; 2 it could not be tried.',
      ),
    )
  const command = (name: string, zh: string, en: string): Command =>
    program
      .command(name)
      .description(say(zh, en))
      .helpOption('-h, --help', say('显示说明', 'show this help'))
      .option('--lang <zh|en>', say('语言', 'language'))

  command('validate', '检查店铺描述', 'Check a shop description')
    .argument('<shop.json>', say('店铺描述', 'the description'))
    .option('--json', say('以 JSON 输出', 'print JSON'))
    .action(async (file: string, options: { json?: boolean }) =>
      done(await (await import('./validate.ts')).validate(context, file, options)),
    )
  command('generate', '生成应用', 'Generate the app')
    .argument('<shop.json>', say('店铺描述', 'the description'))
    .option(
      '-o, --out <folder>',
      say('写到文件夹；已有的会更新，手工改动不丢', 'write to a folder, or update it; changes made by hand stay'),
    )
    .option('-z, --zip <file>', say('写成压缩包', 'write an archive'))
    .option('--dry-run', say('只说会做什么', 'only tell what would be done'))
    .option('--diff', say('逐行显示会改什么，不写', 'show the changes line by line, write nothing'))
    .option('--force', say('文件夹里有别的文件也写', 'also write into a folder that holds other files'))
    .action(async (file: string, options: GenerateOptions) =>
      done(await (await import('./generate.ts')).generate(context, file, options)),
    )
  command('build', '构建生成的小程序或 H5', 'Build the generated mini-program or H5')
    .argument('<folder>', say('生成的应用', 'the generated app'))
    .requiredOption(
      '-t, --target <target>',
      say('目标：weapp、h5、alipay、tt', 'what to build for: weapp, h5, alipay, tt'),
    )
    .action(async (folder: string, options: { target: string }) =>
      done(await (await import('./build.ts')).build(context, folder, options)),
    )
  command(
    'drive',
    '不用微信，走一遍构建好的小程序：每页的节点、setData、请求，有无报错',
    'Walk through the built mini-program without WeChat: nodes, setData and requests of each page, and its errors',
  )
    .argument('<folder>', say('生成的应用', 'the generated app'))
    .argument('[walk.mjs]', say('要走的路；默认浏览每一页', 'the way to go; every page is looked at when left out'))
    .option('--api <url>', say('用这个正在运行的接口，而不是临时的', 'use the API running there, not one of its own'))
    .option('--json', say('以 JSON 输出', 'print JSON'))
    .action(async (folder: string, walk: string | undefined, options: DriveCommandOptions) =>
      done(await (await import('./drive.ts')).drive(context, folder, walk, options)),
    )
  command('serve', '运行一家店：接口、H5、后台', 'Run one shop: API, H5 and back office')
    .argument('<shop.json>', say('店铺描述', 'the description'))
    .option('-p, --port <port>', say('端口，0 为任选', 'port, 0 for any'), '8080')
    .option('--host <host>', say('监听地址', 'address to listen at'), '127.0.0.1')
    .option('--no-h5', say('不构建 H5', 'without the H5'))
    .action(async (file: string, options: ServeOptions) =>
      done(await (await import('./serve.ts')).serve(context, file, options)),
    )
  command(
    'reconcile',
    '对账：订单、名额、时间、收款是否一致',
    'Hold books, places and money of a shop against one another',
  )
    .argument(
      '<target>',
      say('正在运行的店的地址，或停着的店的描述', 'address of a running shop, or the description of a stopped one'),
    )
    .option(
      '--pay <days>',
      say('同时向微信支付核对最近几天的收款', 'also ask WeChat Pay about the payments of so many days'),
      '0',
    )
    .option('--mend', say('修正不需要人判断的', 'put right what needs no judgement'))
    .option('--json', say('以 JSON 输出', 'print JSON'))
    .action(async (target: string, options: ReconcileCommandOptions) =>
      done(await (await import('./reconcile.ts')).reconcile(context, target, options)),
    )
  return program
}

/**
 * Runs one command line.
 *
 * @param argv without the program's own name.
 * @returns the exit code; errors of use and surroundings are told in a sentence.
 */
export async function runCommand(argv: readonly string[], context: Context): Promise<ExitCode> {
  let code: ExitCode = 0
  const program = commands(context, (result) => {
    code = result
  })
  try {
    if (argv.length === 0) {
      program.outputHelp()
      return 2
    }
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const sentence = complaint(error, context.say)
    if (sentence !== null) {
      context.err(sentence)
      return isInputError(error) ? error.exitCode : 2
    }
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: '' }
    context.err(
      context.say(`程序出错了（这是我们的问题）：${message}`, `Something went wrong, and it is our fault: ${message}`),
    )
    context.err(
      context.env['KAIDIAN_DEBUG']
        ? (stack ?? '')
        : context.say('加 KAIDIAN_DEBUG=1 可看详情。', 'KAIDIAN_DEBUG=1 tells more.'),
    )
    return 2
  }
}
