/** What an app cannot do by itself: what the customer does outside its pages, and what WeChat answers. */
export interface Platform {
  /** What `wx.login` gives. */
  loginCode(): Promise<string>
  /** What a tap on a button that asks for the phone number gives. */
  phoneCode(): Promise<string>
  /** The customer is asked to pay; resolves when they paid. @throws with `cancel` when they turned away. */
  pay(parameters: Readonly<Record<string, string>>): Promise<void>
  /** Answer to `wx.showModal`. */
  confirm?(modal: { readonly title?: string; readonly content?: string }): boolean
  /** Which of the choices of `wx.showActionSheet` is tapped; null turns away. */
  choose?(items: readonly string[]): number | null
  /** Paths of files on this machine that the customer picks, pictures or documents; none when left out. */
  files?(): readonly string[]
  /** Of the message templates asked about, those the customer accepts; all when left out. */
  subscribe?(templates: readonly string[]): readonly string[]
  /** The address the customer picks from their WeChat address book; turned away when left out. */
  address?(): Readonly<Record<'provinceName' | 'cityName' | 'countyName' | 'detailInfo', string>>
  /** Whether the customer has yet to agree to the privacy terms: then the first API that needs it asks. Agreed when left out. */
  readonly asksPrivacy?: boolean
}

/** What of the phone an app can ask for. */
export interface Phone {
  readonly language: 'zh_CN' | 'en'
  readonly theme: 'light' | 'dark'
  /** Pixels of the layout. */
  readonly width: number
}

export const PHONE: Phone = { language: 'zh_CN', theme: 'light', width: 390 }

const post = async (url: string, body: unknown): Promise<unknown> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as { errMsg?: string }
  if (!response.ok) throw new Error((answer.errMsg ?? `${response.status}`).replace(/^requestPayment:fail /, ''))
  return answer
}

const codeIn = (answer: unknown): string => (answer as { code: string }).code

/**
 * The platform as the simulator of a generated API plays it: `user` signs in, has `phone`, says yes and pays at once.
 *
 * @param url of the server, without `/api`.
 */
export function simulatedPlatform(url: string, user = 'customer-1', phone = '13800138000'): Platform {
  const at = (path: string): string => `${url}/simulator-host/simulator/${path}`
  return {
    loginCode: async () => codeIn(await post(at('login-codes'), { user })),
    phoneCode: async () => codeIn(await post(at('phone-codes'), { phone })),
    pay: async (parameters) => void (await post(at('pay'), parameters)),
  }
}
