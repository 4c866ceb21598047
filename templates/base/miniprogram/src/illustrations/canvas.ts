/** Colours that every illustration shares, whatever the accent. */
export const COMMON = {
  white: '#ffffff',
  cream: '#fdf3e7',
  sand: '#ead9c4',
  wood: '#c99f76',
  woodDark: '#a97f58',
  leaf: '#7fa58a',
  leafDark: '#5f876c',
  ink: '#2f3437',
  steel: '#b9c2c6',
  steelDark: '#8d989d',
  coral: '#ee9f86',
  gold: '#f0c567',
} as const

/** A drawing of `width` × `height`. It holds no apostrophe. */
export const canvas = (width: number, height: number, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`
