// Made from src/language/*.schema.json by `npm run types`; do not edit.
export const FACTS = [
 {
  "name": "service.id",
  "type": "string",
  "scope": [
   "fee"
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
   "fee"
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
