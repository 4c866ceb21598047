/** Makes, one after the other and with what processor time others leave, the builds that the tests of this folder walk in. */
import { setPriority } from 'node:os'
import { ensurePreviewBuild, keptBuild } from 'kaidian'
import { SHOPS, described } from './shops.ts'
import { TOURS } from './tours/index.ts'
import { appOf, weappOf } from './weapp.ts'

setPriority(10)
await ensurePreviewBuild()
for (const { shop } of TOURS) await keptBuild(await appOf(await described(shop)), 'h5')
for (const shop of SHOPS) {
  const description = await described(`schemas/examples/${shop}.json`)
  const files = await appOf(description)
  for (const target of ['alipay', 'tt'] as const) await keptBuild(files, target)
  await weappOf(description)
}
