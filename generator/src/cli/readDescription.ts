import { readFile, stat } from 'node:fs/promises'
import type { Problem } from '@kaidian/schemas'
import { syntaxFault } from '@kaidian/schemas/json-syntax.ts'
import { InputError } from '../inputError.ts'

/** A description may not be larger: what is larger is another file. */
const LIMIT = 8 * 1024 * 1024

async function textOf(path: string): Promise<string> {
  const found = await stat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new InputError(`找不到文件 ${path}。`, `There is no file ${path}.`)
    throw error
  })
  if (found.isDirectory())
    throw new InputError(
      `${path} 是文件夹；请给出店铺描述文件，如 shop.json。`,
      `${path} is a folder; name a description, such as shop.json.`,
    )
  if (found.size > LIMIT)
    throw new InputError(`${path} 超过 8 MB，不像店铺描述。`, `${path} is over 8 MB: not a shop description.`)
  return readFile(path, 'utf8')
}

/** The description is not JSON: a problem like any other, but one that no pointer can name; it has its place instead. */
export class NotJson extends InputError {
  override readonly exitCode = 1
  readonly problem: Problem & { readonly line: number; readonly column: number }

  constructor(place: string, at: { line: number; column: number }, zh: string, en: string) {
    super(`${place}  / ${zh}`, `${place}  / ${en}`)
    this.problem = { pointer: '', code: 'syntax', message: { 'zh-CN': zh, en }, ...at }
  }
}

/**
 * @returns the text and what it says.
 * @throws InputError when the file is missing; NotJson with the place where it stops being JSON.
 */
export async function readDescription(path: string): Promise<{ text: string; input: unknown }> {
  const text = (await textOf(path)).replace(/^\ufeff/, '')
  try {
    return { text, input: JSON.parse(text) as unknown }
  } catch {
    const { line, column, found } = syntaxFault(text)
    const [zh, en] =
      found === '' ? ['内容在这里中断了', 'the text breaks off'] : [`没想到会有 ${found}`, `${found} was not expected`]
    throw new NotJson(
      `${path}:${line}:${column}`,
      { line, column },
      `这里不是正确的 JSON：${zh}。请检查这里和前面的逗号、引号、括号。`,
      `This is not JSON: ${en}. Check commas, quotes and brackets here and just before.`,
    )
  }
}
