import type { PublicForm, PublicService } from '@kaidian/runtime/domain'
import { textFindings } from '../textFindings.ts'
import type { Subject } from '../subject.ts'

type Field = PublicForm['fields'][number]
type Kind = Field['kind']

/** What the platform's privacy declaration calls the things a field collects; null collects nothing personal. */
const COLLECTS: Readonly<Record<Kind, string | null>> = {
  phone: '手机号',
  personName: '用户信息（姓名）',
  text: '用户填写的文字',
  longText: '用户填写的文字',
  date: '用户填写的日期',
  idDocument: '身份证号码',
  address: '地址',
  region: '地址',
  file: '选中的文件',
  image: '选中的照片或视频信息',
  signature: '用户手写的签名',
  number: null,
  choice: null,
  several: null,
  time: null,
  rating: null,
  consent: null,
  computed: null,
  group: null,
  note: null,
}

/** The fields of a form with those of its groups. */
const everyField = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [field, ...everyField(field.fields ?? [])])

const yuan = (fen: number): string => `¥${(fen / 100).toFixed(2).replace(/\.00$/, '')}`

const price = ({ priceFrom, priceTo }: PublicService): string =>
  priceFrom === priceTo ? yuan(priceFrom) : `${yuan(priceFrom)}–${yuan(priceTo)}`

/** What must be there before a person submits: sentence → is it? */
function readiness({ shop, seen }: Subject): { done: boolean; what: string }[] {
  const { profile } = seen
  return [
    { done: shop.publish?.appid !== undefined, what: '小程序 appid(publish.appid)' },
    { done: shop.publish?.apiBase !== undefined, what: '正式接口地址，https 且已备案(publish.apiBase)' },
    { done: profile.operator !== null, what: '经营主体名称，与小程序账号主体一致(profile.operator)' },
    { done: profile.phone !== null, what: '联系电话(profile.phone)' },
    { done: profile.address !== null, what: '门店地址(profile.address)' },
    { done: shop.legal?.privacy !== undefined, what: '核对过的隐私说明(legal.privacy);不写则用模板文本' },
  ]
}

/**
 * The functions of WeChat in the code of this app that touch something private, as its console lists them: one that is not declared
 * there is refused when it is called. Source: developers.weixin.qq.com, user-privacy/miniprogram-intro.
 */
function interfaces({ features: { files, addresses } }: Subject): { what: string; by: string; why: string }[] {
  const list = [
    { when: true, what: '手机号', by: 'button open-type="getPhoneNumber"', why: '填入联系电话，便于到店联系' },
    { when: files, what: '选中的照片或视频信息', by: 'wx.chooseMedia', why: '上传登记所需的图片' },
    { when: files, what: '选中的文件', by: 'wx.chooseMessageFile', why: '上传登记所需的文件' },
    { when: addresses, what: '通讯地址', by: 'wx.chooseAddress', why: '填入上门或寄送的地址' },
    {
      when: true,
      what: '日历（仅写入）权限',
      by: 'wx.addPhoneCalendar、wx.addPhoneRepeatCalendar',
      why: '顾客点“加到日历”时写入预约时间',
    },
    { when: true, what: '剪贴板（仅写入）', by: 'wx.setClipboardData', why: '顾客点“复制”时写入地址等文字' },
  ]
  return list.flatMap(({ when, ...row }) => (when ? [row] : []))
}

/** `review`: the sheet a person copies from when submitting for the first time. */
export function review(subject: Subject) {
  const { shop, seen } = subject
  const collected = seen.forms.flatMap(({ title, fields }) =>
    everyField(fields).flatMap(({ label, kind, required }) => {
      const what = COLLECTS[kind]
      if (what === null) return []
      return [{ form: title['zh-CN'], label: label['zh-CN'], what, required: required === true }]
    }),
  )
  return {
    name: seen.profile.name['zh-CN'],
    introduction: seen.profile.description?.['zh-CN'] ?? seen.profile.tagline?.['zh-CN'] ?? seen.profile.name['zh-CN'],
    operator: seen.profile.operator?.['zh-CN'] ?? '（待填）',
    phone: seen.profile.phone ?? '（待填）',
    appid: shop.publish?.appid ?? '（待填）',
    apiBase: shop.publish?.apiBase ?? '（待填）',
    origin: shop.publish?.apiBase === undefined ? '（待填）' : new URL(shop.publish.apiBase).origin,
    readiness: readiness(subject),
    services: seen.services.map((service) => ({
      title: service.title['zh-CN'],
      price: price(service),
      duration: service.duration,
      payment: service.terms.payment['zh-CN'],
      cancellation: service.terms.cancellation.map((words) => words['zh-CN']),
    })),
    collected,
    interfaces: interfaces(subject),
    choosesFiles: subject.features.files,
    hasLocation: seen.profile.location !== null,
    findings: textFindings(shop),
  }
}
