import type { FormField, Mode, Words } from '../booking.ts'
import { momentWords } from '../moments.ts'
import type { ResolvedLimit, ResolvedService, ResolvedShop } from '../resolved.ts'
import { both, compose, duration, say } from '../words.ts'

const verbs: Readonly<Record<Mode, Required<Words>>> = {
  appointment: both('预约', 'Book'),
  session: both('报名', 'Book'),
  registration: both('报名', 'Register'),
}

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

function ahead({ mode, policies, event }: ResolvedService): Words[] {
  const { notice, horizon } = policies.booking
  const verb = verbs[mode]
  const time = duration(notice)
  const rows: Words[] = []
  if (notice > 0 && (mode !== 'registration' || event))
    rows.push(
      mode === 'appointment'
        ? both(`至少提前 ${time['zh-CN']}预约`, `Book at least ${time.en} ahead`)
        : both(`开始前 ${time['zh-CN']}截止${verb['zh-CN']}`, `${verb.en} at least ${time.en} before the start`),
    )
  // A year ahead is as good as no limit where the days are set by the shop.
  if (mode === 'appointment' || (mode === 'session' && horizon < 365))
    rows.push(
      horizon === 0
        ? both(`只能${verb['zh-CN']}当天`, 'Only for the same day')
        : both(`最多提前 ${horizon} 天${verb['zh-CN']}`, `${verb.en} at most ${days(horizon)} ahead`),
    )
  return rows
}

function openness(
  opens: string | null,
  closes: string | null,
  mode: Mode,
): { opens: Words | null; closes: Words | null } {
  const zh = verbs[mode]['zh-CN']
  const [from, to] = [opens, closes].map((moment) => (moment === null ? null : momentWords(moment)))
  return {
    opens: from ? both(`${from['zh-CN']} 起可${zh}`, `Opens on ${from.en}`) : null,
    closes: to ? both(`${to['zh-CN']} 截止${zh}`, `Closes on ${to.en}`) : null,
  }
}

/** `全马：一单 2 到 10 位`, `Marathon: 2 to 10 people in one order`. */
const ofOffering = (title: Words, row: Words): Words =>
  compose((locale) => {
    const text = say(row, locale)
    return locale === 'en'
      ? `${say(title, locale)}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`
      : `${say(title, locale)}：${text}`
  })

function openings({ mode, policies, offerings }: ResolvedService): Words[] {
  const { opens, closes } = policies.booking
  const whole = openness(opens, closes, mode)
  const own = offerings.flatMap((offering) => {
    const { opens: from, closes: to } = openness(offering.opens, offering.closes, mode)
    return [from, to].flatMap((row) => (row ? [ofOffering(offering.title, row)] : []))
  })
  return [...[whole.opens, whole.closes].filter((row) => row !== null), ...own]
}

function teams({ offerings }: ResolvedService): Words[] {
  return offerings.flatMap(({ title, team }) =>
    team
      ? [
          ofOffering(
            title,
            both(`一单 ${team.min} 到 ${team.max} 位`, `${team.min} to ${team.max} people in one order`),
          ),
        ]
      : [],
  )
}

function approvals({ policies, offerings }: ResolvedService): Words[] {
  const time = duration(policies.booking.payMinutes)
  const rows = {
    none: null,
    beforePayment: both(
      `需店铺审核，通过后 ${time['zh-CN']}内付款`,
      `The shop has to agree; to be paid within ${time.en} of that`,
    ),
    afterPayment: both(
      '付款后由店铺审核，不通过全额退款',
      'The shop has to agree once it is paid; all comes back if it does not',
    ),
  }
  const kinds = new Set(offerings.map(({ approval }) => approval))
  return offerings.flatMap(({ title, approval }, index) => {
    const row = rows[approval]
    if (!row) return []
    if (kinds.size > 1) return [ofOffering(title, row)]
    return index === 0 ? [row] : []
  })
}

const WITHIN: Readonly<Record<ResolvedLimit['within'], Required<Words>>> = {
  ever: both('', ''),
  day: both('每天', ' a day'),
  week: both('每周', ' a week'),
  month: both('每月', ' a month'),
  session: both('每场', ' per session'),
}

/** `每位顾客每天最多 2 单`, `At most 2 orders a day for each customer`. */
function limitTerms(limit: ResolvedLimit, service: ResolvedService, shop: ResolvedShop): Words {
  const { per, count, max, within } = limit
  const fieldsOf = (form: string | undefined): readonly FormField[] => shop.forms.get(form ?? '')?.fields ?? []
  const asked = { answer: fieldsOf(service.form), participant: fieldsOf(service.participants?.form) }
  return compose((locale) => {
    const names = per.flatMap((counted) => {
      const [of, id] = counted.split('.')
      if (of !== 'answer' && of !== 'participant') return []
      const label = asked[of].find((field) => field.id === id)?.label
      const name = label ? say(label, locale) : (id ?? '')
      return [locale === 'en' ? `“${name}”` : `「${name}」`]
    })
    const isPersonal = per.includes('customer')
    const span = WITHIN[within][locale]
    if (locale === 'en') {
      const unit = count === 'orders' ? (max === 1 ? 'order' : 'orders') : max === 1 ? 'place' : 'places'
      const whom = [
        ...(isPersonal ? ['for each customer'] : []),
        ...(names.length > 0 ? [`for the same ${names.join(' and ')}`] : []),
      ]
      return `At most ${max} ${unit}${span} ${whom.length > 0 ? whom.join(' ') : 'in all'}`
    }
    const whom = `${isPersonal ? '每位顾客' : ''}${names.length > 0 ? `同一${names.join('和')}` : ''}`
    return `${whom === '' ? '总共' : whom}${span}最多 ${max} ${count === 'orders' ? '单' : '个名额'}`
  })
}

function waitlist({ policies }: ResolvedService): Words[] {
  if (!policies.waitlist) return []
  const time = duration(policies.waitlist.offerMinutes)
  return [
    policies.waitlist.mode === 'auto'
      ? both('满了可排候补，有空位自动递补', 'A waiting list when full; places that fall free are given in turn')
      : both(
          `满了可排候补，有空位为您保留 ${time['zh-CN']}`,
          `A waiting list when full; a place that falls free is kept for you for ${time.en}`,
        ),
  ]
}

function absences({ mode, policies }: ResolvedService): Words[] {
  const { noShow } = policies
  if (!noShow || noShow.limit === null || noShow.banDays === 0) return []
  return [
    both(
      `未到 ${noShow.limit} 次，${noShow.banDays} 天内不能${verbs[mode]['zh-CN']}`,
      `After ${noShow.limit} ${noShow.limit === 1 ? 'no-show' : 'no-shows'}, no booking for ${days(noShow.banDays)}`,
    ),
  ]
}

/** Who may book when, and how often. */
export const bookingTerms = (service: ResolvedService, shop: ResolvedShop): readonly Words[] => [
  ...ahead(service),
  ...openings(service),
  ...teams(service),
  ...approvals(service),
  ...service.policies.booking.limits.map((limit) => limitTerms(limit, service, shop)),
  ...waitlist(service),
  ...absences(service),
]
