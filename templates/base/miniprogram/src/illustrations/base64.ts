const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 of an ASCII text; mini-programs have no `btoa`. */
export const base64 = (ascii: string): string => {
  let out = ''
  for (let i = 0; i < ascii.length; i += 3) {
    const [a, b, c] = [ascii.charCodeAt(i), ascii.charCodeAt(i + 1) || 0, ascii.charCodeAt(i + 2) || 0]
    out += LETTERS.charAt(a >> 2) + LETTERS.charAt(((a & 3) << 4) | (b >> 4))
    out += i + 1 < ascii.length ? LETTERS.charAt(((b & 15) << 2) | (c >> 6)) : '='
    out += i + 2 < ascii.length ? LETTERS.charAt(c & 63) : '='
  }
  return out
}

/** An SVG as the address of an image. */
export const svgAddress = (svg: string): string => `data:image/svg+xml;base64,${base64(svg)}`
