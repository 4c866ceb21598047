import { OPERATORS } from '../../../runtime/src/domain/check/conditions.ts'
import { TYPE_OF_FIELD } from '../../../runtime/src/domain/check/facts.ts'
import { RULES } from '../../../runtime/src/domain/check/index.ts'
import { REFUSALS } from '../../../runtime/src/domain/refusals.ts'
import { CASES, faulty } from '../../../runtime/test/domain/check/cases.ts'
import { FACTS } from '../../src/generated/facts.ts'
import { code, in2, type Locale, table } from './words.ts'

const SCOPES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  fee: ['费用规则', 'fee rules'],
  eligibility: ['资格', 'eligibility'],
  form: ['登记表', 'forms'],
}

const TYPES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  string: ['文字', 'text'],
  number: ['数字', 'number'],
  date: ['日期', 'date'],
  time: ['时刻', 'time of day'],
  boolean: ['true 或 false', 'true or false'],
  list: ['若干选项', 'several choices'],
  presence: ['有没有', 'whether given'],
  any: ['看字段', 'as the field'],
}

const typeName = (type: string, locale: Locale): string => in2(locale)(...(TYPES[type] ?? [type, type]))

export function facts(locale: Locale): string {
  const say = in2(locale)
  const rows = FACTS.map(({ name, type, scope, title, known, 'x-en': english }) => [
    code(name),
    say(title, english.title),
    typeName(type, locale),
    scope.map((one) => say(...(SCOPES[one] ?? [one, one]))).join(say('、', ', ')),
    say(known, english.known),
  ])
  const operators = Object.entries(OPERATORS).map(([type, list]) => [typeName(type, locale), list.map(code).join(' ')])
  const fields = Object.entries(TYPE_OF_FIELD).map(([kind, type]) => [
    code(kind),
    type === null ? say('不能问', 'cannot be asked about') : typeName(type, locale),
  ])
  return [
    `<a id="facts"></a>\n\n## ${say('事实目录', 'Catalogue of facts')}`,
    say(
      '条件和按数量收费的规则能问这些。还不知道的事实就是“缺”：它不等于任何值，也不大于、不小于任何值；`missing` 成立。',
      'What conditions and rules by quantity may ask about. A fact that is not known yet is missing: it equals nothing, is above and below nothing, and `missing` holds.',
    ),
    table(say('事实|意思|类型|能用在|何时知道', 'Fact|Meaning|Type|Used in|When it is known').split('|'), rows),
    say(
      '证件的回答还能问 `answer.字段.type` 和 `.number`，地区的回答能问 `.province`、`.city`、`.district`。各类型能用的比较：',
      'Of an ID document `answer.<field>.type` and `.number` may be asked, of a region `.province`, `.city` and `.district`. Which comparisons fit which type:',
    ),
    table(say('类型|比较方式', 'Type|Operators').split('|'), operators),
    say('一项回答按字段的种类算作：', 'An answer counts as, by the kind of its field:'),
    table(say('字段|类型', 'Field|Type').split('|'), fields),
  ].join('\n\n')
}

/** Each rule of the check with its codes and what it says of a faulty shop. */
export function checks(locale: Locale): string {
  const say = in2(locale)
  const rows = Object.entries(RULES).map(([sentence, rule]) => {
    const cases = CASES.filter((one) => one.rule === sentence)
    const codes = new Set(cases.flatMap(({ found }) => found.map(([, name]) => name)))
    const [first] = cases
    const [told] = first ? rule(faulty(first)) : []
    const message = told?.message[locale] ?? ''
    const list = [...codes].map(code).join(' ')
    return locale === 'en' ? [sentence, list, message] : [list, message]
  })
  return [
    `<a id="checks"></a>\n\n## ${say('检查', 'Checks')}`,
    say(
      `形状没问题以后，\`kaidian validate\` 再检查下面 ${rows.length} 条；每处都指出位置、为什么、怎么改。例子是检查真说过的话。`,
      `Once the shape is right, \`kaidian validate\` checks these ${rows.length} rules; every fault is told with its place, the reason and how to mend it. The examples are what the check really says.`,
    ),
    table(say('代码|会怎么说（例）', 'Rule|Codes|What it says (an example)').split('|'), rows),
  ].join('\n\n')
}

export function refusals(locale: Locale): string {
  const say = in2(locale)
  const rows = Object.entries(REFUSALS).map(([name, [status, words]]) => [code(name), `${status}`, words[locale]])
  return [
    `<a id="refusals"></a>\n\n## ${say('运行时的拒绝', 'Refusals at run time')}`,
    say(
      '接口回答“不行”时的代码、HTTP 状态和顾客看到的话；`{…}` 会填上实际的值。',
      'The codes with which the API says no, their HTTP status and what a customer reads; `{…}` is filled in.',
    ),
    table(say('代码|状态|说明', 'Code|Status|Sentence').split('|'), rows),
  ].join('\n\n')
}
