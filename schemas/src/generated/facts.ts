// Made from src/language/*.schema.json by `npm run types`; do not edit.
export const FACTS = [
 {
  "name": "service.id",
  "type": "string",
  "scope": [
   "fee",
   "form"
  ],
  "title": "服务",
  "x-en": {
   "title": "Service"
  }
 },
 {
  "name": "offering.id",
  "type": "string",
  "scope": [
   "fee",
   "form"
  ],
  "title": "价目项",
  "x-en": {
   "title": "Offering"
  }
 },
 {
  "name": "resource.level",
  "type": "string",
  "scope": [
   "fee"
  ],
  "title": "资源级别",
  "x-en": {
   "title": "Level of the resource"
  }
 },
 {
  "name": "start.weekday",
  "type": "string",
  "scope": [
   "fee"
  ],
  "title": "开始于星期几(mon…sun)",
  "x-en": {
   "title": "Weekday of the start (mon…sun)"
  }
 },
 {
  "name": "start.date",
  "type": "date",
  "scope": [
   "fee"
  ],
  "title": "开始日期（店铺当地）",
  "x-en": {
   "title": "Date of the start (at the shop)"
  }
 },
 {
  "name": "start.time",
  "type": "time",
  "scope": [
   "fee"
  ],
  "title": "开始时刻（店铺当地）",
  "x-en": {
   "title": "Time of the start (at the shop)"
  }
 },
 {
  "name": "booking.leadMinutes",
  "type": "number",
  "scope": [
   "fee"
  ],
  "title": "提前的分钟数",
  "x-en": {
   "title": "Minutes from now to the start"
  }
 },
 {
  "name": "booking.durationMinutes",
  "type": "number",
  "scope": [
   "fee"
  ],
  "title": "时长（分钟）",
  "x-en": {
   "title": "Duration in minutes"
  }
 },
 {
  "name": "customer.visits",
  "type": "number",
  "scope": [
   "fee"
  ],
  "title": "以往到店次数",
  "x-en": {
   "title": "Earlier visits of the customer"
  }
 },
 {
  "name": "customer.membership",
  "type": "string",
  "scope": [
   "fee"
  ],
  "title": "会员等级",
  "x-en": {
   "title": "Membership of the customer"
  }
 },
 {
  "name": "amount.beforeDiscounts",
  "type": "number",
  "scope": [
   "fee"
  ],
  "title": "优惠前合计（分）",
  "x-en": {
   "title": "Sum before discounts (fen)"
  }
 },
 {
  "name": "booking.people",
  "type": "number",
  "scope": [
   "fee",
   "form"
  ],
  "title": "人数",
  "x-en": {
   "title": "Number of people"
  }
 },
 {
  "name": "booking.date",
  "type": "date",
  "scope": [
   "fee"
  ],
  "title": "下单日期（店铺当地）",
  "x-en": {
   "title": "Date of the order (at the shop)"
  }
 },
 {
  "name": "booking.time",
  "type": "time",
  "scope": [
   "fee"
  ],
  "title": "下单时刻（店铺当地）",
  "x-en": {
   "title": "Time of the order (at the shop)"
  }
 },
 {
  "name": "booking.endTime",
  "type": "time",
  "scope": [
   "fee"
  ],
  "title": "结束时刻（店铺当地）",
  "x-en": {
   "title": "Time of the end (at the shop)"
  }
 },
 {
  "name": "session.id",
  "type": "string",
  "scope": [
   "fee"
  ],
  "title": "场次组",
  "x-en": {
   "title": "Series of the session"
  }
 },
 {
  "name": "session.left",
  "type": "number",
  "scope": [
   "fee"
  ],
  "title": "还剩几次",
  "x-en": {
   "title": "Sessions left"
  }
 },
 {
  "name": "resource.id",
  "type": "string",
  "scope": [
   "fee"
  ],
  "title": "第一项资源",
  "x-en": {
   "title": "Resource of the first requirement"
  }
 },
 {
  "name": "customer.noShows",
  "type": "number",
  "scope": [
   "fee"
  ],
  "title": "未到次数",
  "x-en": {
   "title": "No-shows of the customer"
  }
 },
 {
  "name": "coupon.code",
  "type": "string",
  "scope": [
   "fee"
  ],
  "title": "所填优惠码",
  "x-en": {
   "title": "Coupon code given"
  }
 },
 {
  "name": "amount.afterDiscounts",
  "type": "number",
  "scope": [
   "fee"
  ],
  "title": "优惠后合计（分）",
  "x-en": {
   "title": "Sum after discounts (fen)"
  }
 },
 {
  "name": "option.*",
  "type": "string",
  "scope": [
   "fee"
  ],
  "title": "所选的选项",
  "x-en": {
   "title": "Choice of an option"
  }
 },
 {
  "name": "addOn.*",
  "type": "number",
  "scope": [
   "fee"
  ],
  "title": "加项的份数",
  "x-en": {
   "title": "Quantity of an add-on"
  }
 },
 {
  "name": "place.index",
  "type": "number",
  "scope": [
   "fee"
  ],
  "title": "第几位（从 1 起，逐人计算时）",
  "x-en": {
   "title": "Which place, from 1 (with each)"
  }
 },
 {
  "name": "participant.age",
  "type": "number",
  "scope": [
   "fee",
   "form"
  ],
  "title": "参加者的年龄（周岁）",
  "x-en": {
   "title": "Age of the participant (years)"
  }
 },
 {
  "name": "participant.*",
  "type": "any",
  "scope": [
   "fee"
  ],
  "title": "参加者的回答（逐人计算时）",
  "x-en": {
   "title": "An answer of the participant (with each)"
  }
 },
 {
  "name": "order.*",
  "type": "any",
  "scope": [
   "form"
  ],
  "title": "订单登记表的回答（在参加者的表里）",
  "x-en": {
   "title": "An answer of the order’s form (in a participant’s form)"
  }
 },
 {
  "name": "answer.*",
  "type": "any",
  "scope": [
   "fee",
   "form"
  ],
  "title": "登记表的回答",
  "x-en": {
   "title": "An answer of the form"
  }
 }
] as const
