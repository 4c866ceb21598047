import { slug } from '../naming.ts'
import type { Subject } from '../subject.ts'

/** `server`: for the API's own documents and the deployment files. */
export const server = ({ shop, seen }: Subject) => {
  const address = shop.publish?.apiBase === undefined ? null : new URL(shop.publish.apiBase)
  return {
    id: slug(seen.id),
    database: `mongodb://mongo:27017/${slug(seen.id)}?replicaSet=rs0`,
    name: seen.profile.name['zh-CN'],
    appid: shop.publish?.appid ?? '',
    /** Name and origin of the released API, or null where the merchant has given none. */
    host: address?.hostname ?? null,
    origin: address?.origin ?? null,
  }
}
