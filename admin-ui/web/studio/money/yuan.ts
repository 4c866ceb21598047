const YUAN = /^(\d{1,7})(?:\.(\d{1,2}))?$/

/**
 * Fen of an amount written in yuan (`88`, `88.5`, `¥1,288.00`), digit by digit: no fraction ever becomes a float. Null when it is
 * not an amount, or has more than two decimals.
 */
export function fenOf(text: string): number | null {
  const match = YUAN.exec(text.replaceAll(/[\u00A5\uFFE5,\uFF0C\s]/g, ''))
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null
}

/** Yuan with only the decimals it needs: 8800 → `88`, 8850 → `88.50`. */
export function yuanOf(fen: number): string {
  const sign = fen < 0 ? '-' : ''
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const cents = digits.slice(-2)
  return `${sign}${digits.slice(0, -2)}${cents === '00' ? '' : `.${cents}`}`
}

/** With the sign of the currency: `¥88`, `−¥20`. */
export const priceOf = (fen: number): string => `${fen < 0 ? '−' : ''}¥${yuanOf(Math.abs(fen))}`

/** Basis points of a percentage written with at most two decimals (`10` → 1000); null when it is none. */
export const basisPointsOf = (text: string): number | null => fenOf(text.replaceAll(/[%\uFF05]/g, ''))
/** 1000 → `10`. */
export const percentOf = (basisPoints: number): string => yuanOf(basisPoints)
