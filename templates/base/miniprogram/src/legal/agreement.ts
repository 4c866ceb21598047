import type { Words } from '@/kaidian/booking'

const canPay = process.env.TARO_ENV === 'weapp' || process.env.TARO_ENV === 'h5'

/** Standard terms, shown unless the shop has its own. */
export const agreement: Words = {
  'zh-CN': `# 一、关于本协议
本协议由您与{operator}（以下称“我们”）订立，适用于您通过“{shop}”小程序或网页预约服务。提交预约前请仔细阅读；勾选同意并提交，表示您接受本协议。
# 二、预约
您选择项目、时间和服务人员后，我们会为您保留一段时间。在保留时间内完成付款（不需付款的项目为提交成功），预约即成立；超时未付款，时间会自动释放，不会扣款。
请填写真实、准确的姓名和手机号，以便我们为您服务。
# 三、价格与付款
价格以提交预约时页面列出的明细为准，每一项都会列明。标明“定金”的项目，余款在到店时支付。${canPay ? '付款由微信支付处理，我们不会接触您的银行卡信息。' : ''}
# 四、取消、改期与退款
每个项目页面和确认页面都列有取消、改期的规则。取消前，页面会先告诉您将退还的金额，经您确认后才会取消。退款原路退回，到账时间以支付机构为准。
因我们的原因不能提供服务的，我们会全额退还您已支付的款项。
# 五、到店
到店时请出示订单中的核销码。请按预约时间到店；迟到可能使服务时间缩短。未到店的，按项目页面所列规则处理。
# 六、责任
我们对所提供的服务负责。因不可抗力或网络、支付机构故障造成的延误，我们会尽力协助，并依法承担责任。
# 七、联系我们与争议
有任何问题请联系{operator}，电话：{phone}，地址：{address}。发生争议的，先协商解决；协商不成的，可以向消费者协会投诉，或依法向有管辖权的人民法院起诉。`,
  en: `# 1. About these terms
These terms are between you and {operator} ("we") and apply when you book through the mini-program or web page of {shop}. Please read them before you book; by ticking the box and sending the booking you accept them.
# 2. Booking
Once you have chosen a service, a time and a person, we hold the time for a while. Your booking is made when you pay within that time (or send it, where nothing is to be paid). If you do not, the time is released and nothing is charged.
Please give your real name and phone number, so that we can look after you.
# 3. Prices and payment
The price is the one itemised on the page when you book. Where a deposit is shown, the rest is paid in the shop.${canPay ? ' Payments are handled by WeChat Pay; we never see your card details.' : ''}
# 4. Cancelling, changing the time, refunds
The rules are shown on the page of each service and again before you pay. Before you cancel, the page tells you how much comes back, and nothing is cancelled until you agree. Refunds go back the way you paid; how long they take depends on the payment provider.
If we cannot provide the service, all that you paid comes back.
# 5. Your visit
Please show the check-in code of your booking. Please come on time; arriving late may shorten your appointment. If you do not come, the rules of the service apply.
# 6. Responsibility
We are responsible for the services we provide. Where delays are caused by force majeure, networks or payment providers, we help as well as we can, and are liable as the law provides.
# 7. Contact and disputes
Contact {operator} by phone on {phone}, or at {address}. We try to settle disputes with you first; otherwise you may turn to a consumers' association or to the competent court.`,
}
