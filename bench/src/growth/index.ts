import { rm } from 'node:fs/promises'
import type { Benchmark, Prepared, Side } from '../benchmark.ts'
import { keepAsked, type Asked } from './asked.ts'
import { costs } from './figures.ts'
import { filledFolder, type Filling } from './filling.ts'
import { fillRace } from './race.ts'
import { fillSalon } from './salon.ts'

type Fill = (filling: Filling, size: number) => Promise<Asked>

/** Stores with much and with little in them, filled once; each round begins with a copy. */
async function prepared(fill: Fill, sizes: { readonly large: number; readonly small: number }): Promise<Prepared> {
  const folders: Record<string, string> = {}
  const end = async (): Promise<void> => {
    for (const folder of Object.values(folders)) await rm(folder, { recursive: true, force: true })
  }
  try {
    for (const [name, size] of Object.entries(sizes)) {
      let asked: Asked | undefined
      const folder = await filledFolder(async (filling) => void (asked = await fill(filling, size)))
      folders[name] = folder
      if (asked) await keepAsked(folder, asked)
    }
    return { settings: folders, end }
  } catch (error) {
    await end()
    throw error
  }
}

const side = (name: string, shop: 'salon' | 'race', filled: 'large' | 'small'): Side => ({
  name,
  module: new URL('drive.ts', import.meta.url),
  settings: { shop, filled },
})

export const growth: Benchmark = {
  name: 'growth',
  title: 'The product over HTTP with 100,000 orders in the store beside 100',
  sides: [side('100,000 orders', 'salon', 'large'), side('100 orders', 'salon', 'small')],
  ...costs(
    ['a month of availability', 'the orders of a customer', 'a day in the console', 'a page of orders in the console'],
    '100 orders',
  ),
  rounds: { full: 3, quick: 1 },
  prepare: (quick) => prepared(fillSalon, { large: quick ? 1000 : 100_000, small: 100 }),
}

export const pool: Benchmark = {
  name: 'pool',
  title: 'One race over HTTP with 20,000 places taken beside 100',
  sides: [side('20,000 places', 'race', 'large'), side('100 places', 'race', 'small')],
  ...costs(['tickets left'], '100 places'),
  rounds: { full: 3, quick: 1 },
  prepare: (quick) => prepared(fillRace, { large: quick ? 500 : 20_000, small: 100 }),
}
