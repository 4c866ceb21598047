import type { Translated } from '../../common/i18n.ts'

export const zh = {
  title: '实时预览',
  frame: '小程序预览',
  restart: '从头开始',
  newTab: '在新标签页打开',
  console: '打开后台（已登录）',
  phone: '用手机看',
  phoneText: '手机和电脑在同一网络时，扫码打开。',
  phoneLocal: '现在只有本机能打开。要用手机看，请这样启动：HOST=0.0.0.0 npm start',
  link: '链接',
  copy: '复制链接',
  copied: '已复制',
  language: '预览语言',
  stale: '有问题待改，这里显示的是上一次没有问题时的样子',
  shownIn: '改动后 {{ms}} 毫秒已送到预览',
}

export const en: Translated<typeof zh> = {
  title: 'Live preview',
  frame: 'Mini-program preview',
  restart: 'Start over',
  newTab: 'Open in a new tab',
  console: 'Open the back office (signed in)',
  phone: 'See it on a phone',
  phoneText: 'Scan with a phone on the same network.',
  phoneLocal: 'Only this computer can open it now. For a phone, start with: HOST=0.0.0.0 npm start',
  link: 'Link',
  copy: 'Copy link',
  copied: 'Copied',
  language: 'Language of the preview',
  stale: 'There are problems; this is how it looked when there were none',
  shownIn: 'Sent to the preview {{ms}} ms after the edit',
}
