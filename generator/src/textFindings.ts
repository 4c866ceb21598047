import type { Shop } from '@kaidian/schemas'

/** Words in a description that have made reviews fail. */
export interface TextFinding {
  /** RFC 6901 pointer into the description. */
  readonly pointer: string
  readonly words: string
  readonly why: string
}

/** Reason (the platform's named cases) → what gives it away. */
const CASES: readonly (readonly [why: string, pattern: RegExp])[] = [
  ['测试或占位内容', /测试|示例|样例|敬请期待|开发中|建设中|\b(?:test|demo|lorem|todo|xxx|coming soon|hello world)\b/i],
  ['绝对化或无法证实的宣传', /国家级|最高级|最佳|第一(?![次步个位])|唯一|100%|永久|包过|根治/],
  ['诱导分享或关注', /分享后|转发领取|分享得|邀请好友得红包|集赞|关注公众号后|加群领取|下载APP|添加微信领|扫码加好友/i],
  ['占卜、测试类内容', /算命|占卜|抽签|运势|塔罗|八字|解梦|性格测试|智商测试/],
  ['博彩、抽奖', /抽奖|竞猜|下注|赔率|盲盒|砸金蛋|大转盘/],
]

/** The parts that customers see; ids and addresses of pictures are none of the reviewer's business. */
const UNSEEN = new Set(['$schema', 'id', 'image', 'brief', 'publish', 'zone', 'pattern'])

/** @returns what a reviewer would stop at, in the order of the description. */
export function textFindings(shop: Shop): TextFinding[] {
  const findings: TextFinding[] = []
  const walk = (value: unknown, pointer: string): void => {
    if (typeof value === 'string') {
      for (const [why, pattern] of CASES) {
        const words = pattern.exec(value)?.[0]
        if (words !== undefined) findings.push({ pointer, words, why })
      }
    } else if (typeof value === 'object' && value !== null)
      for (const [key, member] of Object.entries(value)) if (!UNSEEN.has(key)) walk(member, `${pointer}/${key}`)
  }
  walk(shop, '')
  return findings
}
