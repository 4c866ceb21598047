import type { Translated } from '../../common/i18n.ts'

/** Those who take part, and their answers. */
export const zh = {
  heading: '参加者',
  nth: '第 {{count}} 位',
  customer: '下单人',
  ticket: '票种',
  addOns: '加项',
  withdrawn: '已退出',
  seat: '{{room}} {{number}} 号',
  noAnswers: '没有要填的内容',
  files: '{{count}} 个文件',
  group: '{{count}} 组',
  signature: '签名',
  showFile: '打开',
  fileLoading: '正在载入文件',
  fileGone: '文件打不开',
  download: '下载',
  idCard: '身份证',
  passport: '护照',
  hkMacaoTaiwan: '港澳台证件',
}

export const en: Translated<typeof zh> = {
  heading: 'Participants',
  nth: 'Person {{count}}',
  customer: 'Customer',
  ticket: 'Ticket',
  addOns: 'Add-ons',
  withdrawn: 'Left',
  seat: '{{room}}, seat {{number}}',
  noAnswers: 'Nothing was asked',
  files: 'Files: {{count}}',
  group: 'Entries: {{count}}',
  signature: 'Signature',
  showFile: 'Open',
  fileLoading: 'Loading the file',
  fileGone: 'This file cannot be opened',
  download: 'Download',
  idCard: 'ID card',
  passport: 'Passport',
  hkMacaoTaiwan: 'Hong Kong, Macao or Taiwan permit',
}
