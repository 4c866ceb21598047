import { isInputError } from '../inputError.ts'
import type { Say } from './language.ts'

interface SystemError extends Error {
  readonly code?: string
  readonly path?: string
  readonly port?: number
}

/** @returns one sentence for a failure that is the surroundings' fault, or null when it is a bug of ours. */
export function complaint(error: unknown, say: Say): string | null {
  if (isInputError(error)) return say(error.words['zh-CN'], error.words.en)
  if (!(error instanceof Error)) return null
  // The runtime's own word for what a person can mend; its sentence is in both languages.
  if ((error as { expected?: boolean }).expected === true) return error.message
  const { code = '', path = '', port } = error as SystemError
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      if (port !== undefined) return say(`没有权限使用端口 ${port}。`, `No permission to use port ${port}.`)
      return say(`没有权限写 ${path}。`, `No permission to write ${path}.`)
    case 'ENOSPC':
      return say('磁盘已满；什么都没有改。', 'The disk is full; nothing was changed.')
    case 'EADDRINUSE':
      return say(
        `端口 ${port ?? ''} 已被占用；用 --port 换一个，或用 --port 0 任选。`,
        `Port ${port ?? ''} is in use; choose another with --port, or any with --port 0.`,
      )
    case 'EADDRNOTAVAIL':
      return say('这台机器没有这个地址，请检查 --host。', 'This machine has no such address; check --host.')
    case 'ENOTDIR':
    case 'EEXIST':
      return say(`${path} 处已有同名文件。`, `There is a file at ${path} already.`)
    case 'EISDIR':
      return say(`${path} 是文件夹。`, `${path} is a folder.`)
    default:
      return null
  }
}
