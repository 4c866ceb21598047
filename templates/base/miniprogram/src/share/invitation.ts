const PATH = '/pages/transfer/index'

/** Sixteen letters and digits, none of them I, L, O or U. */
const CODE = /(?:^|[^0-9a-z])([0-9a-hjkmnp-tv-z]{16})(?![0-9a-z])/i

/** The page on which an order is taken over with this code. */
export const invitationPath = (code: string): string => `${PATH}?code=${code}`

/** Finds the code in whatever was typed or pasted, a link or a whole message; null where there is none. */
export const codeIn = (pasted: string): string | null => CODE.exec(decoded(pasted))?.[1]?.toUpperCase() ?? null

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
