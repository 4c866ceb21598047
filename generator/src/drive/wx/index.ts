import type { Phone, Platform } from '../platform.ts'
import { type Call, type Options, api, textOf } from './api.ts'
import { mediaApis } from './media.ts'
import type { Network } from './network.ts'
import { type Storage, storageApis } from './storage.ts'

export interface Navigation {
  navigateTo(url: string): Promise<void>
  redirectTo(url: string): Promise<void>
  switchTab(url: string): Promise<void>
  reLaunch(url: string): Promise<void>
  navigateBack(delta: number): Promise<void>
}

/** What the `wx` object is made of. */
export interface Surroundings {
  readonly platform: Platform
  readonly phone: Phone
  readonly network: Network
  readonly storage: Storage
  readonly navigation: Navigation
  /** Whether the page shown has an element of this selector, `#pad`. */
  readonly exists: (selector: string) => boolean
  /** Receives the name of each API called, with what it was given. */
  readonly log: (name: string, options: Readonly<Record<string, unknown>>) => void
  /** Receives what a page should never do. */
  readonly complain: (text: string) => void
}

type Sync = (...inputs: never[]) => unknown

/** APIs that only change how the phone looks or ask nothing back. */
const SILENT = [
  'showToast', 'hideToast', 'showLoading', 'hideLoading', 'setNavigationBarTitle', 'setNavigationBarColor', 'pageScrollTo', 'setTabBarItem',
  'setTabBarStyle', 'setBackgroundColor', 'setBackgroundTextStyle', 'startPullDownRefresh', 'stopPullDownRefresh', 'makePhoneCall',
  'openLocation', 'setClipboardData', 'hideTabBar', 'showTabBar', 'showShareMenu', 'hideShareMenu', 'vibrateShort', 'hideKeyboard',
  'setVisualEffectOnCapture', 'enableAlertBeforeUnload', 'disableAlertBeforeUnload', 'addPhoneCalendar', 'addPhoneRepeatCalendar',
  'openSetting', 'openPrivacyContract', 'checkSession',
] // prettier-ignore

/** APIs that the platform answers only once the customer agreed to the privacy terms. */
const PRIVATE = new Set(['chooseMedia', 'chooseMessageFile', 'chooseAddress', 'setClipboardData', 'addPhoneCalendar', 'addPhoneRepeatCalendar']) // prettier-ignore

const LISTENERS = [
  'onNetworkStatusChange', 'offNetworkStatusChange', 'onThemeChange', 'offThemeChange', 'onAppShow', 'offAppShow', 'onAppHide', 'offAppHide', 'onUnhandledRejection',
  'offUnhandledRejection', 'onError', 'offError', 'onPageNotFound', 'offPageNotFound', 'onWindowResize', 'offWindowResize', 'onMemoryWarning',
] // prettier-ignore

const screenOf = ({ language, theme, width }: Phone) => ({
  brand: 'Kaidian', model: 'driver', pixelRatio: 3, screenWidth: width, screenHeight: 844, windowWidth: width, windowHeight: 753,
  statusBarHeight: 47, language, version: '8.0.50', system: 'iOS 17.0', platform: 'ios', fontSizeSetting: 16, fontSizeScaleFactor: 1,
  SDKVersion: '3.7.0', theme, safeArea: { left: 0, right: width, top: 47, bottom: 810, width, height: 763 },
}) // prettier-ignore

/** A query for where elements are: there is no layout, so that all lie at the top and have one size. */
function selectorQuery(exists: Surroundings['exists']) {
  return () => {
    const asked: string[] = []
    const chain: Record<string, Sync> = {
      select: (selector: string) => {
        asked.push(selector)
        return chain
      },
      exec: (done?: (results: unknown[]) => void) =>
        void setTimeout(() => done?.(asked.map((selector) => (exists(selector) ? BOX : null))), 0),
    }
    for (const name of ['in', 'boundingClientRect', 'scrollOffset', 'fields', 'selectViewport'])
      chain[name] = () => chain
    return chain
  }
}

const BOX = { width: 300, height: 150, left: 0, top: 0, right: 300, bottom: 150 }

/** The `wx` object of the base library, as far as a service mini-program uses it. What it lacks fails by name instead of doing nothing. */
export function createWx(surroundings: Surroundings): object {
  const { platform, phone, network, storage, navigation, log, complain } = surroundings
  const kept = storageApis(storage)
  const media = mediaApis(platform)
  const screen = screenOf(phone)
  let agreed = platform.asksPrivacy !== true
  let askPrivacy: ((answer: (given: { event: string }) => void) => void) | undefined
  const privacy = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const refused = () => reject(new Error('privacy permission is not authorized'))
      if (agreed) return resolve()
      if (!askPrivacy) return refused()
      askPrivacy(({ event }) => {
        agreed = event === 'agree'
        if (agreed) resolve()
        else refused()
      })
    })

  const calls: Record<string, Call> = {
    ...network.calls,
    ...kept.calls,
    ...media.calls,
    login: async () => ({ code: await platform.loginCode() }),
    requestPayment: async (options) => {
      const names = ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign']
      await platform.pay(Object.fromEntries(names.map((name) => [name, textOf(options, name)])))
    },
    showModal: (options) => {
      const confirm =
        platform.confirm?.({ title: textOf(options, 'title'), content: textOf(options, 'content') }) ?? true
      return { confirm, cancel: !confirm, content: '' }
    },
    showActionSheet: ({ itemList }) => {
      const tapIndex = platform.choose ? platform.choose(itemList as string[]) : 0
      if (tapIndex === null) throw new Error('cancel')
      return { tapIndex }
    },
    chooseAddress: () => {
      if (!platform.address) throw new Error('cancel')
      return platform.address()
    },
    requestSubscribeMessage: ({ tmplIds }) => {
      const templates = tmplIds as string[]
      const accepted = platform.subscribe?.(templates) ?? templates
      return Object.fromEntries(templates.map((id) => [id, accepted.includes(id) ? 'accept' : 'reject']))
    },
    navigateTo: (options) => navigation.navigateTo(textOf(options, 'url')),
    redirectTo: (options) => navigation.redirectTo(textOf(options, 'url')),
    switchTab: (options) => navigation.switchTab(textOf(options, 'url')),
    reLaunch: (options) => navigation.reLaunch(textOf(options, 'url')),
    navigateBack: ({ delta }) => navigation.navigateBack(Number(delta ?? 1)),
    getNetworkType: () => ({ networkType: 'wifi' }),
    getSystemInfo: () => screen,
    getSetting: () => ({ authSetting: {} }),
    getPrivacySetting: () => ({ needAuthorization: !agreed, privacyContractName: '' }),
    requirePrivacyAuthorize: privacy,
  }
  for (const name of SILENT) calls[name] = () => undefined

  const launched = { path: '', query: {}, scene: 1001, referrerInfo: {} }
  const sync: Record<string, Sync> = {
    ...kept.sync,
    ...media.sync,
    getSystemInfoSync: () => screen,
    getWindowInfo: () => screen,
    getDeviceInfo: () => screen,
    getAppBaseInfo: () => screen,
    getSystemSetting: () => ({}),
    getAppAuthorizeSetting: () => ({}),
    getMenuButtonBoundingClientRect: () => ({ top: 51, bottom: 83, left: screen.windowWidth - 94, right: screen.windowWidth - 7, width: 87, height: 32 }), // prettier-ignore
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: () => launched,
    getEnterOptionsSync: () => launched,
    getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }),
    getRealtimeLogManager: () => ({ info() {}, warn() {}, error() {} }),
    getPerformance: () => ({}),
    reportEvent: () => undefined,
    createSelectorQuery: selectorQuery(surroundings.exists),
    createIntersectionObserver: () => {
      const observer = { relativeTo: () => observer, relativeToViewport: () => observer, observe() {}, disconnect() {} }
      return observer
    },
    nextTick: (done: () => void) => void setTimeout(done, 0),
    canIUse: () => true,
    onNeedPrivacyAuthorization: (ask: typeof askPrivacy) => void (askPrivacy = ask),
  }
  for (const name of LISTENERS) sync[name] = () => undefined

  const wx: Record<string, unknown> = { env: { USER_DATA_PATH: 'wxfile://usr' }, ...sync }
  for (const [name, call] of Object.entries(calls)) {
    const allowed: Call = PRIVATE.has(name) ? (options) => privacy().then(() => call(options)) : call
    const answer = api(name, allowed)
    wx[name] = (options?: Options) => {
      log(name, options ?? {})
      return answer(options)
    }
  }
  return failingByName(wx, complain)
}

const VERBS =
  'canvas|choose|open|get|set|show|hide|create|start|stop|add|scan|save|upload|download|request|connect|make'
const ASKED_FOR = new RegExp(`^(${VERBS})[A-Z]`)

/** Taro copies what it finds; what it does not find must be told, or a page that needs it would wait for ever. */
const failingByName = (wx: Record<string, unknown>, complain: (text: string) => void): object =>
  new Proxy(wx, {
    get: (target, name) => {
      if (typeof name !== 'string' || name in target || !ASKED_FOR.test(name))
        return Reflect.get(target, name) as unknown
      return () => {
        const sentence = `The driver has no wx.${name}.`
        complain(sentence)
        throw new Error(sentence)
      }
    },
  })
