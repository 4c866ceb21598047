/** The `wx` object of the base library, as far as a service mini-program uses it. The outside world is real: HTTP goes out, log-in and payment go to the simulator. */

/** What an app cannot do by itself: a customer's doings and the platform's. */
export interface Outside {
  /** What `wx.login` gives. */
  loginCode(): Promise<string>
  /** The customer is asked to pay; resolves when they paid, rejects when they turned away. */
  pay(parameters: Readonly<Record<string, string>>): Promise<void>
  /** Answer to `wx.showModal`. */
  confirm(modal: { title?: string; content?: string }): boolean
}

export interface Navigation {
  navigateTo(url: string): Promise<void>
  redirectTo(url: string): Promise<void>
  switchTab(url: string): Promise<void>
  reLaunch(url: string): Promise<void>
  navigateBack(delta: number): Promise<void>
}

interface Callbacks {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
}
type Options = Callbacks & Record<string, unknown>
type Call = (options: Options) => Promise<object | void> | object | void

/** An asynchronous API in the base library's form: answers through `success`, `fail`, `complete`, and as a promise. */
function api(name: string, call: Call) {
  return (options: Options = {}) => {
    const answer = (async () => ({ errMsg: `${name}:ok`, ...(await call(options)) }))()
    if (!options.success && !options.fail && !options.complete) return answer
    answer.then(
      (result) => {
        options.success?.(result)
        options.complete?.(result)
      },
      (error: unknown) => {
        const failure = { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` }
        options.fail?.(failure)
        options.complete?.(failure)
      },
    )
    return undefined
  }
}

async function request(options: Options): Promise<object> {
  const method = typeof options['method'] === 'string' ? options['method'].toUpperCase() : 'GET'
  const data = options['data'] as Record<string, unknown> | string | undefined
  const url = new URL(String(options['url']))
  let body: string | undefined
  if (data !== undefined && method === 'GET')
    for (const [key, value] of Object.entries(data)) url.searchParams.set(key, String(value))
  else if (data !== undefined) body = typeof data === 'string' ? data : JSON.stringify(data)
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(options['header'] as Record<string, string> | undefined) },
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  let parsed: unknown = text
  try {
    parsed = JSON.parse(text)
  } catch {
    // The base library gives text where it is not JSON.
  }
  return { statusCode: response.status, data: parsed, header: Object.fromEntries(response.headers), cookies: [] }
}

const SCREEN = {
  brand: 'Kaidian', model: 'driver', pixelRatio: 3, screenWidth: 390, screenHeight: 844, windowWidth: 390, windowHeight: 753,
  statusBarHeight: 47, language: 'zh_CN', version: '8.0.50', system: 'iOS 17.0', platform: 'ios', fontSizeSetting: 16, SDKVersion: '3.7.0',
  theme: 'light', safeArea: { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 },
} // prettier-ignore

/** @param log receives the name of each API the app called. */
export function createWx(
  outside: Outside,
  navigation: Navigation,
  log: (name: string) => void,
): Record<string, unknown> {
  const storage = new Map<string, string>()
  const read = (key: unknown): unknown => {
    const text = storage.get(String(key))
    return text === undefined ? '' : (JSON.parse(text) as unknown)
  }
  const url = (options: Options): string => String(options['url'])
  const nothing: Call = () => undefined
  const calls: Record<string, Call> = {
    request,
    login: async () => ({ code: await outside.loginCode() }),
    requestPayment: async (options) => {
      const { timeStamp, nonceStr, package: prepay, signType, paySign } = options as Record<string, string>
      await outside.pay({
        timeStamp: timeStamp ?? '',
        nonceStr: nonceStr ?? '',
        package: prepay ?? '',
        signType: signType ?? '',
        paySign: paySign ?? '',
      })
    },
    showModal: (options) => {
      const confirm = outside.confirm(options as { title?: string; content?: string })
      return { confirm, cancel: !confirm, content: '' }
    },
    navigateTo: (options) => navigation.navigateTo(url(options)),
    redirectTo: (options) => navigation.redirectTo(url(options)),
    switchTab: (options) => navigation.switchTab(url(options)),
    reLaunch: (options) => navigation.reLaunch(url(options)),
    navigateBack: (options) => navigation.navigateBack(Number(options['delta'] ?? 1)),
    getStorage: (options) => ({ data: read(options['key']) }),
    setStorage: (options) => void storage.set(String(options['key']), JSON.stringify(options['data'])),
    removeStorage: (options) => void storage.delete(String(options['key'])),
    clearStorage: () => storage.clear(),
    getNetworkType: () => ({ networkType: 'wifi' }),
    getSystemInfo: () => SCREEN,
    checkSession: nothing,
    getSetting: () => ({ authSetting: {} }),
    getPrivacySetting: () => ({ needAuthorization: false, privacyContractName: '' }),
    requirePrivacyAuthorize: nothing,
  }
  for (const name of [
    'showToast', 'hideToast', 'showLoading', 'hideLoading', 'setNavigationBarTitle', 'setNavigationBarColor', 'pageScrollTo', 'setTabBarItem',
    'setTabBarStyle', 'setBackgroundColor', 'setBackgroundTextStyle', 'stopPullDownRefresh', 'makePhoneCall', 'openLocation', 'setClipboardData', 'hideTabBar', 'showTabBar', 'showShareMenu', 'hideShareMenu',
    'vibrateShort', 'hideKeyboard', 'requestSubscribeMessage', 'setVisualEffectOnCapture', 'enableAlertBeforeUnload', 'disableAlertBeforeUnload',
  ]) calls[name] = nothing // prettier-ignore

  const query = () => {
    const chain = { in: () => chain, select: () => chain, selectAll: () => chain, selectViewport: () => chain, boundingClientRect: () => chain, scrollOffset: () => chain, fields: () => chain, node: () => chain, exec: (done?: (rects: unknown[]) => void) => void setTimeout(() => done?.([null]), 0) } // prettier-ignore
    return chain
  }
  const sync: Record<string, (...inputs: never[]) => unknown> = {
    getStorageSync: read,
    setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10240 }),
    getSystemInfoSync: () => SCREEN,
    getWindowInfo: () => SCREEN,
    getDeviceInfo: () => SCREEN,
    getAppBaseInfo: () => SCREEN,
    getSystemSetting: () => ({}),
    getAppAuthorizeSetting: () => ({}),
    getMenuButtonBoundingClientRect: () => ({ top: 51, bottom: 83, left: 296, right: 383, width: 87, height: 32 }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
    getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }),
    getRealtimeLogManager: () => ({ info() {}, warn() {}, error() {} }),
    getPerformance: () => ({}),
    reportEvent: () => undefined,
    createSelectorQuery: query,
    createIntersectionObserver: () => ({
      relativeTo() {},
      relativeToViewport: () => ({ observe() {} }),
      observe() {},
      disconnect() {},
    }),
    nextTick: (done: () => void) => void setTimeout(done, 0),
    canIUse: () => true,
    onNeedPrivacyAuthorization: () => undefined,
    onNetworkStatusChange: () => undefined,
    offNetworkStatusChange: () => undefined,
    onThemeChange: () => undefined,
    offThemeChange: () => undefined,
    onAppShow: () => undefined,
    onAppHide: () => undefined,
    onUnhandledRejection: () => undefined,
    onError: () => undefined,
    onWindowResize: () => undefined,
    offWindowResize: () => undefined,
  }
  const wx: Record<string, unknown> = { env: { USER_DATA_PATH: 'wxfile://usr' }, ...sync }
  for (const [name, call] of Object.entries(calls)) {
    const answer = api(name, call)
    wx[name] = (options?: Options) => {
      log(name)
      return answer(options)
    }
  }
  return wx
}
