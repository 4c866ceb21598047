/** What the app must know of its shop before the API has answered; everything else is read from GET /shop. */
export const shop = {
  id: "qingsi",
  name: "青丝造型",
  theme: {"accent":"#2F6B5E","look":"calm","appearance":"system"} as {
    readonly accent: string
    readonly look: 'calm' | 'crisp' | 'warm'
    readonly appearance: 'system' | 'light' | 'dark'
  },
  /** Where the mini-program finds the API, unless TARO_APP_API_BASE is given to the build. H5 asks beside itself: `./api`. */
  apiBase: "",
  zone: "Asia/Shanghai",
  locales: ["zh-CN","en"] as readonly ('zh-CN' | 'en')[],
}
