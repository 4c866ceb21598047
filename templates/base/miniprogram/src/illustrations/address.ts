const ESCAPES: Readonly<Record<string, string>> = { '<': '%3C', '>': '%3E', '#': '%23', '%': '%25', '"': "'" }

/** An SVG (without apostrophes) as the address of an image: a fifth shorter than in base64, which counts in every `setData`. */
export const svgAddress = (svg: string): string =>
  `data:image/svg+xml,${svg.replace(/[<>#%"]/g, (sign) => ESCAPES[sign] ?? sign)}`
