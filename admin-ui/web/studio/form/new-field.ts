import { FIELD_KINDS, type FormField } from '@kaidian/runtime/domain'
import { recordOf } from '../draft/document.ts'

export type FieldKind = FormField['kind']
export const KINDS = Object.keys(FIELD_KINDS) as FieldKind[]

const LABELS: Readonly<Record<FieldKind, readonly [zh: string, en: string]>> = {
  text: ['文字', 'Text'],
  longText: ['备注', 'Note'],
  number: ['数量', 'Number'],
  choice: ['单选', 'Choice'],
  several: ['多选', 'Several'],
  date: ['日期', 'Date'],
  time: ['时间', 'Time'],
  phone: ['手机号', 'Mobile phone'],
  personName: ['姓名', 'Name'],
  idDocument: ['证件号码', 'ID document'],
  address: ['地址', 'Address'],
  region: ['所在地区', 'Region'],
  file: ['文件', 'File'],
  image: ['图片', 'Picture'],
  signature: ['签名', 'Signature'],
  rating: ['评分', 'Rating'],
  consent: ['同意', 'Consent'],
  computed: ['合计', 'Result'],
  group: ['一组', 'Entry'],
  note: ['说明', 'Please note'],
}

const CHOICES = [
  { id: 'choice-1', title: { 'zh-CN': '选项一', en: 'Choice 1' } },
  { id: 'choice-2', title: { 'zh-CN': '选项二', en: 'Choice 2' } },
]
const TEXT = { 'zh-CN': '请写上内容', en: 'Please write something here' }

/** A field that is sound from the start; its identifier is its kind, numbered where that is taken. */
export function newField(kind: FieldKind, fields: readonly unknown[], required: boolean): Record<string, unknown> {
  const taken = new Set(fields.map((field) => recordOf(field)['id']))
  const base = kind === 'personName' ? 'name' : kind
  let id: string = base
  for (let number = 2; taken.has(id); number += 1) id = `${base}${String(number)}`
  const [zh, en] = LABELS[kind]
  return {
    id,
    kind,
    label: { 'zh-CN': zh, en },
    ...(required ? { required: true } : {}),
    ...(kind === 'choice' || kind === 'several' ? { choices: CHOICES } : {}),
    ...(kind === 'note' || kind === 'consent' ? { text: TEXT } : {}),
    ...(kind === 'computed' ? { compute: computeFrom(fields) } : {}),
    ...(kind === 'group' ? { min: 0, max: 5, fields: [newField('text', [], true)] } : {}),
  }
}

/** What can be worked out of the fields there are: an age, a number of things, else a sum. */
function computeFrom(fields: readonly unknown[]): unknown {
  const idsOf = (...kinds: readonly FieldKind[]): string[] =>
    fields.flatMap((field) => {
      const { id, kind } = recordOf(field)
      return typeof id === 'string' && (kinds as readonly unknown[]).includes(kind) ? [id] : []
    })
  const [born] = idsOf('date', 'idDocument')
  const [listed] = idsOf('several', 'group', 'file', 'image')
  const numbers = idsOf('number', 'rating')
  if (numbers.length > 0) return { kind: 'sum', of: numbers }
  if (born !== undefined) return { kind: 'age', of: born }
  return listed === undefined ? { kind: 'sum', of: [] } : { kind: 'count', of: listed }
}
