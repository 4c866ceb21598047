import { expect } from 'chai'
import { textFindings } from '../../src/textFindings.ts'
import { salon } from '../pipeline/hostile.ts'

const withTagline = (tagline: string) => ({ ...salon(), profile: { ...salon().profile, tagline } })

describe('words that make a review fail', () => {
  it('are not in the salon', () => expect(textFindings(salon())).to.deep.equal([]))
  for (const [tagline, why] of [
    ['全上海最佳造型', '绝对化或无法证实的宣传'],
    ['敬请期待', '测试或占位内容'],
    ['A demo shop', '测试或占位内容'],
    ['分享后立减 10 元', '诱导分享或关注'],
    ['到店抽奖', '博彩、抽奖'],
    ['塔罗占卜', '占卜、测试类内容'],
  ] as const)
    it(`are found in ${tagline}, with their place`, () => {
      const [finding] = textFindings(withTagline(tagline))
      expect(finding).to.include({ pointer: '/profile/tagline', why })
    })
  for (const tagline of ['第一次来请提前 10 分钟', 'Democratic prices', '测量头围'])
    it(`are not in ${tagline}`, () => expect(textFindings(withTagline(tagline))).to.deep.equal([]))
  it('do not matter where no customer sees them', () => {
    expect(textFindings({ ...salon(), brief: { why: '测试市场' } })).to.deep.equal([])
  })
})
