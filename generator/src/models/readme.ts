import type { Subject } from '../subject.ts'

/** `readme`: what the three readers of an app need to be told about this one. */
export const readme = ({ shop, seen, made }: Subject) => ({
  id: seen.id,
  name: seen.profile.name['zh-CN'],
  english: seen.profile.name.en ?? seen.profile.name['zh-CN'],
  services: seen.services.map(({ title }) => ({ zh: title['zh-CN'], en: title.en ?? title['zh-CN'] })),
  published: shop.publish?.appid !== undefined && shop.publish.apiBase !== undefined,
  made,
})
