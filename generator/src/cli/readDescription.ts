import { readFile, stat } from 'node:fs/promises'
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
      `${path} 是文件夹;请给出店铺描述文件,如 shop.json。`,
      `${path} is a folder; name a description, such as shop.json.`,
    )
  if (found.size > LIMIT)
    throw new InputError(`${path} 超过 8 MB,不像店铺描述。`, `${path} is over 8 MB: not a shop description.`)
  return readFile(path, 'utf8')
}

/**
 * @returns the text and what it says.
 * @throws InputError when the file is missing or not JSON, with the place where it stops being JSON.
 */
export async function readDescription(path: string): Promise<{ text: string; input: unknown }> {
  const text = (await textOf(path)).replace(/^\ufeff/, '')
  try {
    return { text, input: JSON.parse(text) as unknown }
  } catch (error) {
    const reason = (error as Error).message
    const offset = /position (\d+)/.exec(reason)?.[1]
    const before = text.slice(0, offset === undefined ? text.length : Number(offset)).split('\n')
    const place = `${path}:${before.length}:${(before.at(-1) ?? '').length + 1}`
    throw new InputError(`${place} 不是正确的 JSON:${reason}`, `${place} is not JSON: ${reason}`)
  }
}
