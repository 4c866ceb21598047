/** Words in the languages of the shop, Chinese always there. */
export interface Words {
  readonly 'zh-CN': string
  readonly en?: string
}
