import type { FormField } from '../booking.ts'
import { fault, kept, type Outcome, wrongType } from './field-kind.ts'

export const isUploadId = (answer: unknown): answer is string =>
  typeof answer === 'string' && /^upl_[0-9a-z]{20}$/.test(answer)

/** A list of ids of uploads, none twice, from `min` to `maxCount` (1) of them. */
export function checkUploads(answer: unknown, { min, maxCount = 1 }: FormField): Outcome {
  if (!Array.isArray(answer)) return wrongType('上传的文件', 'a list of uploads')
  const ids = answer as readonly unknown[]
  if (!ids.every(isUploadId)) return fault('BAD_UPLOAD', '请重新上传', 'Please upload it again')
  if (ids.some((id, at) => ids.indexOf(id) !== at))
    return fault('DUPLICATE', '同一个文件选了两次', 'One upload is there twice')
  if (ids.length > maxCount) return fault('TOO_MANY', `最多 ${maxCount} 个`, `At most ${maxCount}`)
  if (min !== undefined && ids.length < min) return fault('TOO_FEW', `至少 ${min} 个`, `At least ${min}`)
  return kept(ids)
}
