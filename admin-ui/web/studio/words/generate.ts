import type { Translated } from '../../common/i18n.ts'

export const zh = {
  title: '生成应用',
  intro: '从现在的描述生成一套完整的代码:小程序、接口、后台和部署文件。描述会同时存为一个版本。',
  note: '这一版的说明(可不填)',
  start: '开始生成',
  working: '正在生成…',
  workingText: '第一次要准备运行库,可能要半分钟。',
  faulty: '还有 {{count}} 个问题,改好才能生成。',
  saving: '正在保存最后的改动…',
  done: '第 {{version}} 版已生成',
  summary: '{{files}} 个文件,压缩包 {{size}}',
  folders: {
    miniprogram: '小程序(Taro,微信和网页)',
    api: '接口(Express、MongoDB)',
    console: '后台网页',
    deploy: '部署文件',
    review: '送审资料',
    root: '说明与清单',
  },
  count: '{{count}} 个文件',
  download: '下载 {{name}}',
  next: '接下来',
  steps: {
    one: '解压,照 README.md 用 npm start 在本机运行。',
    two: '用微信开发者工具打开 miniprogram,填上 appid 预览。',
    three: '照 deploy 里的说明部署接口,再把它的 https 地址填到“上架”。',
  },
  again: '再生成一次',
  failed: '没有生成',
}

export const en: Translated<typeof zh> = {
  title: 'Generate the app',
  intro:
    'Makes all the code from the description: mini-program, API, back office and deployment. The description is kept as a version.',
  note: 'A note on this version (optional)',
  start: 'Generate',
  working: 'Generating…',
  workingText: 'The first time the runtime is prepared, which can take half a minute.',
  faulty: '{{count}} problems must be mended first.',
  saving: 'Saving the last changes…',
  done: 'Version {{version}} is generated',
  summary: '{{files}} files, {{size}} as an archive',
  folders: {
    miniprogram: 'Mini-program (Taro: WeChat and web)',
    api: 'API (Express, MongoDB)',
    console: 'Back office',
    deploy: 'Deployment',
    review: 'For the review',
    root: 'Readme and manifest',
  },
  count: '{{count}} files',
  download: 'Download {{name}}',
  next: 'What next',
  steps: {
    one: 'Unpack it, and run it here with npm start as README.md says.',
    two: 'Open miniprogram in the WeChat developer tools, and set the appid.',
    three: 'Deploy the API as deploy says, then put its https address into “Publishing”.',
  },
  again: 'Generate again',
  failed: 'Not generated',
}
