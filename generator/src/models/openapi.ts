import type { Subject } from '../subject.ts'

/** `openapi`: the runtime's own document, under the name and address of this shop. */
export const openapi = ({ shop, seen, made }: Subject) => ({
  document: {
    ...made.api,
    info: { ...(made.api['info'] as object), title: seen.profile.name['zh-CN'], version: seen.version },
    servers: [{ url: shop.publish?.apiBase ?? 'http://127.0.0.1:8080/api' }],
  },
})
