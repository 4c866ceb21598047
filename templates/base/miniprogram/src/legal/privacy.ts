import type { Words } from '@/kaidian/booking'

type Language = 'zh-CN' | 'en'

const inWechat = process.env.TARO_ENV === 'weapp'
const canPay = inWechat || process.env.TARO_ENV === 'h5'

/** What is said only where this app does it: a policy must name all that is collected, and nothing else. */
const SAYS: readonly { readonly when: boolean; readonly words: Record<Language, string> }[] = [
  {
    when: FEATURES.files,
    words: {
      'zh-CN': '您选中的照片和文件：只取得您自己选中的，用来为您提供服务。',
      en: 'Photos and files that you choose: only those, to provide the service.',
    },
  },
  {
    when: inWechat && FEATURES.addresses,
    words: {
      'zh-CN': '微信通讯地址：只在您点“从微信地址选”并选定后取得那一条，用来上门或寄送。',
      en: 'An address of yours in WeChat: the one you choose, when you tap "From my WeChat addresses", to visit you or send things.',
    },
  },
  {
    when: inWechat,
    words: {
      'zh-CN': '日历：您点“加到日历”时写入这次预约，不读取日历里的内容。',
      en: 'Your calendar: when you tap "Add to calendar", this booking is written into it; nothing is read from it.',
    },
  },
  {
    when: process.env.TARO_ENV !== 'h5',
    words: {
      'zh-CN': '剪贴板：您点“复制”时写入所复制的文字，不读取剪贴板。',
      en: 'The clipboard: when you tap a button that copies, the text is written there; nothing is read from it.',
    },
  },
  {
    when: FEATURES.invoices,
    words: {
      'zh-CN': '您申请发票时填写的抬头、税号等：只用来开发票。',
      en: 'What you fill in for an invoice, such as a name and a tax number: to make it out.',
    },
  },
  {
    when: FEATURES.feedback,
    words: {
      'zh-CN': '您给的评价：用来改进服务；星数与其他顾客的合在一起显示，看不出是谁给的。',
      en: 'Your feedback: to do better; stars are shown as the mean of many guests, and tell nobody who gave them.',
    },
  },
]

const also = (language: Language): string =>
  SAYS.flatMap(({ when, words }) => (when ? [`\n${words[language]}`] : [])).join('')

/** Standard privacy policy, shown unless the shop has its own. */
export const privacy: Words = {
  'zh-CN': `# 一、我们是谁
{operator}是“{shop}”的经营者，也是您个人信息的处理者。电话：{phone}，地址：{address}。
# 二、我们收集什么、为什么
${inWechat ? '微信登录标识' : '手机号'}：在您登录时收集，用来确认是您本人，让您查看和管理预约。
您在登记信息里填写的内容（例如姓名、手机号、备注）：用来为您提供所预约的服务，以及必要时联系您。标明“选填”的可以不填。${inWechat ? '手机号也可以由您点“用微信手机号”填入。' : ''}
订单与付款记录：用来履行预约、退款和对账。${canPay ? '付款由微信支付处理，我们不获取银行卡信息。' : ''}${also('zh-CN')}
只浏览项目、价格和时间不需要登录，我们也不收集您的个人信息。
# 三、我们不做什么
我们不出售您的个人信息，不用它做与预约无关的推销，也不读取您的位置、通讯录和${FEATURES.files ? '未选中的照片' : '相册'}。
# 四、与谁共享
只在提供服务所必需时共享：${canPay ? '付款和退款由财付通支付科技有限公司（微信支付）处理' : ''}${inWechat ? '' : `${canPay ? '；' : ''}短信验证码由短信服务商发送`}。此外，除法律要求外不向他人提供。
# 五、保存与保护
个人信息保存在中国境内的服务器上，姓名、手机号等加密保存，店员默认只看到遮挡后的内容。订单和付款记录依法至少保存三年；其余信息在不再需要时删除或匿名化。
# 六、您的权利
您可以在“我的”页面导出个人信息、注销账号并删除信息、退出登录。注销后，依法需要保留的交易记录会与您的身份分开保存。您也可以打电话要求查阅、更正、删除或撤回同意；我们会在十五个工作日内答复。
# 七、未成年人
不满十四周岁的，请由监护人阅读本政策并代为预约。
# 八、更新与投诉
本政策更新后，我们会在您下一次提交预约时请您重新确认。对我们的处理有异议的，可以联系{operator}，也可以向网信部门投诉。`,
  en: `# 1. Who we are
{operator} runs {shop} and is responsible for your personal information. Phone {phone}, address {address}.
# 2. What we collect, and why
Your ${inWechat ? 'WeChat sign-in identifier' : 'phone number'}, when you sign in: to know that it is you, and to let you see and manage your bookings.
What you fill in when booking (such as name, phone, note): to provide the service, and to reach you when needed. Fields marked optional may be left empty.${inWechat ? ' Your phone number may also come from WeChat, when you tap "Use my WeChat phone".' : ''}
Orders and payments: to carry out bookings, refunds and accounting.${canPay ? ' WeChat Pay handles payments; we do not see card details.' : ''}${also('en')}
Looking at services, prices and times needs no sign-in, and we collect nothing about you then.
# 3. What we do not do
We do not sell your information, do not use it for advertising unrelated to your booking, and do not read your location, contacts or ${FEATURES.files ? 'photos you have not chosen' : 'photos'}.
# 4. Whom we share it with
Only where the service needs it: ${canPay ? 'payments and refunds are handled by Tenpay (WeChat Pay)' : ''}${inWechat ? '' : `${canPay ? '; ' : ''}sign-in codes are sent by a message provider`}. Nobody else, unless the law requires it.
# 5. Keeping it safe
Your information is kept on servers in mainland China. Name, phone and the like are encrypted, and staff see them masked by default. Orders and payments are kept for at least three years as the law asks; the rest is deleted or made anonymous when it is no longer needed.
# 6. Your rights
Under "Me" you can export your data, delete your account and data, and sign out. Records that the law asks us to keep are then kept apart from your identity. You may also call us to see, correct or delete your information or to withdraw consent; we answer within fifteen working days.
# 7. Minors
For children under fourteen, a guardian should read this policy and make the booking.
# 8. Changes and complaints
When this policy changes, we ask you to accept it again with your next booking. If you disagree with how we handle your information, contact {operator}, or complain to the cyberspace authority.`,
}
