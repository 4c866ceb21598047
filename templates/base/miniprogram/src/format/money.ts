/** `fen` as a customer reads it: 19800 → `¥198`, 17484 → `¥174.84`, −2000 → `−¥20`. */
export const yuan = (fen: number): string => {
  const whole = Math.floor(Math.abs(fen) / 100)
  const rest = Math.abs(fen) % 100
  return `${fen < 0 ? '−' : ''}¥${whole}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

/** Always two decimals, so that amounts under one another align: 19800 → `¥198.00`. */
export const yuanAligned = (fen: number): string => {
  const amount = Math.abs(fen)
  return `${fen < 0 ? '−' : ''}¥${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
}
