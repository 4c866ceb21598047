import { expect } from 'chai'
import { answerRows, type AnswerWords } from '../../web/console/order/answer-rows.ts'
import { firstCheckIn } from '../../web/console/check-in/first-check-in.ts'
import { ledgerState } from '../../web/console/order/ledger-words.ts'
import { en } from '../../web/console/words/en.ts'
import { zh } from '../../web/console/words/zh.ts'

type Tree = { readonly [key: string]: string | Tree }
const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  )
const slots = (words: string): string[] => [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort()

describe("the console's words", () => {
  it('are in both languages, with the same values to fill in', () => {
    const english = new Map(leaves(en))
    expect(leaves(zh)).to.have.length(english.size).above(100)
    for (const [path, words] of leaves(zh)) {
      expect(words, path).not.to.equal('')
      expect(english.get(path), path).to.be.a('string').that.is.not.equal('')
      expect(slots(english.get(path) ?? ''), path).to.deep.equal(slots(words))
    }
  })
})

const WORDS: AnswerWords = {
  say: (words) => words['zh-CN'],
  yes: '是',
  no: '否',
  files: (count) => `${count} 个文件`,
  entries: (count) => `${count} 组`,
  document: (type) => ({ idCard: '身份证' })[type] ?? type,
}

describe('answers of an order', () => {
  const label = (words: string) => ({ 'zh-CN': words })
  const fields = [
    { id: 'name', kind: 'personName', label: label('姓名') },
    { id: 'advice', kind: 'note', label: label('说明') },
    {
      id: 'hair',
      kind: 'several',
      label: label('发质'),
      choices: [
        { id: 'dry', title: label('干') },
        { id: 'thin', title: label('细') },
      ],
    },
    { id: 'allergy', kind: 'consent', label: label('无过敏') },
    { id: 'note', kind: 'longText', label: label('备注') },
  ] as const
  const rows = (answers: Record<string, unknown>) =>
    answerRows(fields, answers, WORDS).map(({ label: name, value }) => [name, value])

  it("stand in the form's order and words; a note asks nothing", () =>
    expect(rows({ hair: ['dry', 'thin'], name: '李*', allergy: true })).to.deep.equal([
      ['姓名', '李*'],
      ['发质', '干、细'],
      ['无过敏', '是'],
      ['备注', null],
    ]))

  it('keep an answer whose field has left the form', () =>
    expect(rows({ colour: 'red', guests: 2 }).slice(-2)).to.deep.equal([
      ['colour', 'red'],
      ['guests', '2'],
    ]))

  const kinds = [
    { id: 'paper', kind: 'idDocument', label: label('证件') },
    { id: 'from', kind: 'region', label: label('地区') },
    { id: 'photos', kind: 'image', label: label('照片') },
    { id: 'sign', kind: 'signature', label: label('签名') },
    {
      id: 'pets',
      kind: 'group',
      label: label('宠物'),
      fields: [{ id: 'name', kind: 'text', label: label('名字') }],
    },
  ] as const

  it('of documents, regions, files and groups are told masked', () =>
    expect(
      answerRows(
        kinds,
        {
          paper: { type: 'idCard', number: '110****17' },
          from: { province: '江苏省', city: '苏州市' },
          photos: 2,
          sign: 'u**',
          pets: 3,
        },
        WORDS,
      ).map(({ value }) => value),
    ).to.deep.equal(['身份证 110****17', '江苏省 苏州市', '2 个文件', '1 个文件', '3 组']))

  it('show files and entries once they are revealed', () => {
    const [, , photos, sign, pets] = answerRows(
      kinds,
      { photos: ['upl_a', 'upl_b'], sign: 'data:image/png;base64,AA==', pets: [{ name: '旺财' }] },
      WORDS,
    )
    expect(photos?.files).to.deep.equal(['upl_a', 'upl_b'])
    expect(sign?.files).to.deep.equal(['data:image/png;base64,AA=='])
    expect(pets?.entries?.[0]?.[0]?.value).to.equal('旺财')
  })
})

describe('the first check-in in a refusal', () => {
  const at = '2026-12-02T05:58:00.000Z'
  for (const [detail, found] of [
    [{ reason: at }, at],
    [{ detail: { checkedInAt: at } }, at],
    [{ reason: 'taken' }, null],
    [null, null],
  ] as const)
    it(`of ${JSON.stringify(detail)} is ${found}`, () => expect(firstCheckIn(detail)).to.equal(found))
})

describe('the state of money', () => {
  for (const [entry, state] of [
    [{ kind: 'capture', state: 'succeeded' }, 'received'],
    [{ kind: 'on_site', state: 'succeeded' }, 'received'],
    [{ kind: 'refund', state: 'requested' }, 'returning'],
    [{ kind: 'refund', state: 'succeeded' }, 'returned'],
    [{ kind: 'refund', state: 'failed' }, 'stuck'],
  ] as const)
    it(`of ${JSON.stringify(entry)} is ${state}`, () => expect(ledgerState(entry)).to.equal(state))
})
