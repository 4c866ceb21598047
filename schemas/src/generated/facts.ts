// Made from src/language/*.schema.json by `npm run types`; do not edit.
export const FACTS = [
 {
  "name": "service.id",
  "type": "string",
  "scope": [
   "fee",
   "eligibility",
   "form"
  ],
  "title": "服务",
  "known": "选定后",
  "x-en": {
   "title": "Service",
   "known": "Once chosen"
  }
 },
 {
  "name": "offering.id",
  "type": "string",
  "scope": [
   "fee",
   "eligibility",
   "form"
  ],
  "title": "价目项",
  "known": "选定后",
  "x-en": {
   "title": "Offering",
   "known": "Once chosen"
  }
 },
 {
  "name": "resource.level",
  "type": "string",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "资源级别",
  "known": "保留名额（分配资源）后",
  "x-en": {
   "title": "Level of the resource",
   "known": "Once the place is held and its resources are assigned"
  }
 },
 {
  "name": "start.weekday",
  "type": "string",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "开始于星期几(mon…sun)",
  "known": "选定时间或场次后；没有日期的报名没有",
  "x-en": {
   "title": "Weekday of the start (mon…sun)",
   "known": "Once the time or session is chosen; a registration without a date has none"
  }
 },
 {
  "name": "start.date",
  "type": "date",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "开始日期（店铺当地）",
  "known": "选定时间或场次后；没有日期的报名没有",
  "x-en": {
   "title": "Date of the start (at the shop)",
   "known": "Once the time or session is chosen; a registration without a date has none"
  }
 },
 {
  "name": "start.time",
  "type": "time",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "开始时刻（店铺当地）",
  "known": "选定时间或场次后；没有日期的报名没有",
  "x-en": {
   "title": "Time of the start (at the shop)",
   "known": "Once the time or session is chosen; a registration without a date has none"
  }
 },
 {
  "name": "booking.leadMinutes",
  "type": "number",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "提前的分钟数",
  "known": "选定时间或场次后；没有日期的报名没有",
  "x-en": {
   "title": "Minutes from now to the start",
   "known": "Once the time or session is chosen; a registration without a date has none"
  }
 },
 {
  "name": "booking.durationMinutes",
  "type": "number",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "时长（分钟）",
  "known": "选定时间或场次后；没有日期的报名没有",
  "x-en": {
   "title": "Duration in minutes",
   "known": "Once the time or session is chosen; a registration without a date has none"
  }
 },
 {
  "name": "customer.visits",
  "type": "number",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "以往到店次数",
  "known": "顾客登录后",
  "x-en": {
   "title": "Earlier visits of the customer",
   "known": "Once the customer has signed in"
  }
 },
 {
  "name": "customer.membership",
  "type": "string",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "会员等级",
  "known": "顾客登录后",
  "x-en": {
   "title": "Membership of the customer",
   "known": "Once the customer has signed in"
  }
 },
 {
  "name": "amount.beforeDiscounts",
  "type": "number",
  "scope": [
   "fee"
  ],
  "title": "优惠前合计（分）",
  "known": "从 discount 阶段起",
  "x-en": {
   "title": "Sum before discounts (fen)",
   "known": "From the phase discount on"
  }
 },
 {
  "name": "booking.people",
  "type": "number",
  "scope": [
   "fee",
   "eligibility",
   "form"
  ],
  "title": "人数",
  "known": "选定后",
  "x-en": {
   "title": "Number of people",
   "known": "Once chosen"
  }
 },
 {
  "name": "booking.date",
  "type": "date",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "下单日期（店铺当地）",
  "known": "随时",
  "x-en": {
   "title": "Date of the order (at the shop)",
   "known": "At any time"
  }
 },
 {
  "name": "booking.time",
  "type": "time",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "下单时刻（店铺当地）",
  "known": "随时",
  "x-en": {
   "title": "Time of the order (at the shop)",
   "known": "At any time"
  }
 },
 {
  "name": "booking.endTime",
  "type": "time",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "结束时刻（店铺当地）",
  "known": "选定时间或场次后；没有日期的报名没有",
  "x-en": {
   "title": "Time of the end (at the shop)",
   "known": "Once the time or session is chosen; a registration without a date has none"
  }
 },
 {
  "name": "session.id",
  "type": "string",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "场次组",
  "known": "选定后",
  "x-en": {
   "title": "Series of the session",
   "known": "Once chosen"
  }
 },
 {
  "name": "session.left",
  "type": "number",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "还剩几次",
  "known": "选定时间或场次后；没有日期的报名没有",
  "x-en": {
   "title": "Sessions left",
   "known": "Once the time or session is chosen; a registration without a date has none"
  }
 },
 {
  "name": "resource.id",
  "type": "string",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "第一项资源",
  "known": "保留名额（分配资源）后",
  "x-en": {
   "title": "Resource of the first requirement",
   "known": "Once the place is held and its resources are assigned"
  }
 },
 {
  "name": "customer.noShows",
  "type": "number",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "未到次数",
  "known": "顾客登录后",
  "x-en": {
   "title": "No-shows of the customer",
   "known": "Once the customer has signed in"
  }
 },
 {
  "name": "coupon.code",
  "type": "string",
  "scope": [
   "fee"
  ],
  "title": "所填优惠码",
  "known": "顾客填了优惠码后",
  "x-en": {
   "title": "Coupon code given",
   "known": "Once the customer gives a code"
  }
 },
 {
  "name": "amount.afterDiscounts",
  "type": "number",
  "scope": [
   "fee"
  ],
  "title": "优惠后合计（分）",
  "known": "从 coupon 阶段起",
  "x-en": {
   "title": "Sum after discounts (fen)",
   "known": "From the phase coupon on"
  }
 },
 {
  "name": "option.*",
  "type": "string",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "所选的选项",
  "known": "选定后",
  "x-en": {
   "title": "Choice of an option",
   "known": "Once chosen"
  }
 },
 {
  "name": "addOn.*",
  "type": "number",
  "scope": [
   "fee",
   "eligibility"
  ],
  "title": "加项的份数",
  "known": "选定后",
  "x-en": {
   "title": "Quantity of an add-on",
   "known": "Once chosen"
  }
 },
 {
  "name": "place.index",
  "type": "number",
  "scope": [
   "fee",
   "eligibility"
  ],
  "each": true,
  "title": "第几位（从 1 起，逐人计算时）",
  "known": "逐人计算时（each）",
  "x-en": {
   "title": "Which place, from 1 (with each)",
   "known": "Where each is set"
  }
 },
 {
  "name": "participant.age",
  "type": "number",
  "scope": [
   "fee",
   "eligibility",
   "form"
  ],
  "each": true,
  "title": "参加者的年龄（周岁）",
  "known": "逐人计算时（each），或在参加者的表里；填了出生日期或身份证后",
  "x-en": {
   "title": "Age of the participant (years)",
   "known": "Where each is set, or in a participant’s form; once the birth date or ID card is filled in"
  }
 },
 {
  "name": "participant.*",
  "type": "any",
  "scope": [
   "fee",
   "eligibility"
  ],
  "each": true,
  "title": "参加者的回答（逐人计算时）",
  "known": "逐人计算时（each），填表后",
  "x-en": {
   "title": "An answer of the participant (with each)",
   "known": "Where each is set, once the form is filled in"
  }
 },
 {
  "name": "order.*",
  "type": "any",
  "scope": [
   "form"
  ],
  "title": "订单登记表的回答（在参加者的表里）",
  "known": "在参加者的表里，订单登记表填好后",
  "x-en": {
   "title": "An answer of the order’s form (in a participant’s form)",
   "known": "In a participant’s form, once the order’s form is filled in"
  }
 },
 {
  "name": "answer.*",
  "type": "any",
  "scope": [
   "fee",
   "eligibility",
   "form"
  ],
  "title": "登记表的回答",
  "known": "填表后；还没填就是缺",
  "x-en": {
   "title": "An answer of the form",
   "known": "Once the form is filled in; missing until then"
  }
 }
] as const
