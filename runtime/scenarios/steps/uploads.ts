import type { StepKind } from '../case.ts'
import { customerOf } from './naming.ts'

/** First bytes that tell a kind of file. */
const BEGINNINGS: Readonly<Record<string, readonly number[]>> = {
  jpg: [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01],
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0x0a],
}
const MEDIA: Readonly<Record<string, string>> = { jpg: 'image/jpeg', pdf: 'application/pdf' }

/** Sends a file for a field of a form: `content` is what it truly is, `named` what it is called, `bytes` its size. */
export const upload: StepKind = {
  takes: ['form', 'field', 'content', 'named', 'bytes'],
  async run({ form, field, content, named = `file.${content}`, bytes = 1000, ...step }, world) {
    const file = Buffer.alloc(bytes)
    file.set(BEGINNINGS[content] ?? [])
    const target = new URLSearchParams({ form, field }).toString()
    const answer = await fetch(`${world.runtime.url}/api/uploads?${target}`, {
      method: 'POST',
      headers: {
        'accept-language': 'en',
        'content-type': MEDIA[named.split('.').at(-1)] ?? 'application/octet-stream',
        authorization: `Bearer ${await world.token(customerOf(step))}`,
      },
      body: file,
    })
    return { status: answer.status, body: await answer.json() }
  },
}
