export interface Shot {
  readonly shop: string
  /** Which stop of the tour, from 1. */
  readonly at: number
  readonly where: string
  readonly locale: string
  readonly width: number
  readonly scheme: string
  /** Beside the sheet. */
  readonly file: string
}

const STYLE = `
body { margin: 0; padding: 16px 24px; background: #6b6f6d; color: #fff; font: 14px/1.5 system-ui, sans-serif; }
h2 { margin: 32px 0 8px; font-size: 20px; }
h3 { margin: 20px 0 6px; font-size: 14px; font-weight: 600; }
.row { display: flex; flex-wrap: wrap; gap: 10px; align-items: flex-start; }
figure { margin: 0; }
img { display: block; height: auto; background: #fff; }
figcaption { font-size: 12px; opacity: 0.85; }
nav a { color: #fff; margin-right: 16px; }
`

function groups<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>()
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item])
  return [...found]
}

/** All pictures on one page: a row for each stop, its languages, widths and schemes side by side. */
export function contactSheet(shots: readonly Shot[]): string {
  const shownWidth = (width: number): number => Math.round(width / (width > 600 ? 3 : 2))
  const figure = ({ file, locale, width, scheme }: Shot): string =>
    `<figure><a href="${file}"><img loading="lazy" src="${file}" alt="" width="${shownWidth(width)}"></a><figcaption>${locale} · ${width} · ${scheme}</figcaption></figure>`
  const stop = ([, of]: [string, Shot[]]): string =>
    `<h3>${of[0]?.at ?? ''}. ${of[0]?.where ?? ''}</h3><div class="row">${of.map(figure).join('')}</div>`
  const shops = groups(shots, ({ shop }) => shop)
  const nav = shops.map(([shop]) => `<a href="#${shop}">${shop}</a>`).join('')
  const body = shops.map(
    ([shop, of]) =>
      `<h2 id="${shop}">${shop}</h2>${groups(of, ({ at }) => `${at}`)
        .map(stop)
        .join('')}`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Kaidian: every page</title><style>${STYLE}</style><nav>${nav}</nav>${body.join('')}</html>\n`
}
