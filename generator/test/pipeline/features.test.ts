import { expect } from 'chai'
import type { Shop } from '@kaidian/schemas'
import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ALL_FEATURES, featuresOf, type Features } from '../../src/features.ts'
import { generate } from '../../src/generate.ts'
import { REPOSITORY } from '../../src/home.ts'
import { understand } from '../../src/understand.ts'
import { writeFiles } from '../../src/write.ts'
import { contents, withFolder } from '../writing/folder.ts'
import { salon } from './hostile.ts'
import { materials } from './materials.ts'

const example = (name: string): Shop =>
  JSON.parse(readFileSync(join(REPOSITORY, `schemas/examples/${name}.json`), 'utf8')) as Shop

const usedBy = (shop: unknown): string[] => {
  const understood = understand(shop)
  if (!understood.ok) throw new Error(JSON.stringify(understood.problems))
  return Object.entries(featuresOf(understood.value.seen)).flatMap(([name, used]) => (used ? [name] : []))
}

const pagesOf = async (shop: unknown, features?: Features): Promise<string[]> => {
  const made = generate(shop, await materials(), features)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const paths = made.value.map(({ path }) => /^miniprogram\/src\/pages\/(\w+)\/index\.tsx$/.exec(path)?.[1])
  const pages = paths.flatMap((page) => page ?? [])
  const config = made.value.find(({ path }) => path === 'miniprogram/src/app.config.ts')
  const declared = [...String(config?.content).matchAll(/^ +'pages\/(\w+)\/index',$/gm)].map(([, page]) => page ?? '')
  expect(declared.toSorted(), 'declared as they are there').to.deep.equal(pages.toSorted())
  return pages
}

const ALWAYS = ['agreement', 'confirm', 'form', 'home', 'me', 'order', 'orders', 'privacy', 'result', 'service']

describe('functions a shop does not use', () => {
  const USED: Readonly<Record<string, readonly string[]>> = {
    salon: ['appointments'],
    'coding-school': ['sessions', 'waitlist', 'plans', 'invoices', 'participants'],
    'city-run': ['tickets', 'coupons', 'listedCoupons', 'transfers', 'participants', 'files', 'documents'],
    'home-cleaning': ['appointments', 'files', 'addresses'],
    lecture: ['sessions', 'waitlist', 'feedback', 'participants'],
  }
  const PAGES: Readonly<Record<string, readonly string[]>> = {
    salon: ['time'],
    'coding-school': ['sessions', 'waitlist', 'invoice'],
    'city-run': ['coupons', 'tickets', 'transfer'],
    'home-cleaning': ['time'],
    lecture: ['feedback', 'sessions', 'waitlist'],
  }
  for (const [name, used] of Object.entries(USED))
    it(`leave no page in the app of ${name}`, async () => {
      expect(usedBy(example(name))).to.have.members(used)
      expect(await pagesOf(example(name))).to.have.members([...ALWAYS, ...(PAGES[name] ?? [])])
    })

  it('come with their pages once they are described', async () => {
    const shop = salon()
    const [service] = shop.services
    const waiting = { ...shop, services: [{ ...service, mode: 'appointment', feedback: shop.forms[0]?.id }] }
    expect(usedBy(waiting)).to.have.members(['appointments', 'feedback'])
    expect(await pagesOf(waiting)).to.include('feedback')
  })

  it('go from the folder of an app when they are given up, and come back into it', () =>
    withFolder(async (folder) => {
      const files = async (shop: unknown) => {
        const made = generate(shop, await materials())
        if (!made.ok) throw new Error(JSON.stringify(made.problems))
        await writeFiles(made.value, folder)
        return (await contents(folder))['miniprogram/src/app.config.ts'] ?? ''
      }
      const page = () => stat(join(folder, 'miniprogram/src/pages/feedback/index.tsx')).catch(() => null)
      const shop = salon()
      const [service] = shop.services
      const asking = { ...shop, services: [{ ...service, feedback: shop.forms[0]?.id }] }
      expect(await files(shop)).to.not.contain('pages/feedback')
      expect(await files(asking)).to.contain('pages/feedback')
      expect(await page()).to.not.equal(null)
      expect(await files(shop)).to.not.contain('pages/feedback')
      expect(await page()).to.equal(null)
    }))

  it('are all in an app that has to show any shop', async () => {
    const pages = await pagesOf(salon(), ALL_FEATURES)
    expect(pages).to.include.members([
      'time',
      'sessions',
      'tickets',
      'waitlist',
      'passes',
      'transfer',
      'feedback',
      'invoice',
    ])
    expect(Object.values(ALL_FEATURES)).to.not.include(false)
  })
})
