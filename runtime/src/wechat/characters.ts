/** Unicode characters, which is how WeChat's limits count. */
export const charactersIn = (text: string): number => Array.from(text).length

/** The first `most` characters of `text`. */
export const firstCharacters = (text: string, most: number): string => Array.from(text).slice(0, most).join('')
