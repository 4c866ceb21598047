/** The drawings that come with the base template, by the name they have there. */
export const ILLUSTRATIONS: readonly { readonly name: string; readonly words: { 'zh-CN': string; en: string } }[] = [
  { name: 'salon', words: { 'zh-CN': '理发店', en: 'Salon' } },
  { name: 'cut', words: { 'zh-CN': '剪发', en: 'Haircut' } },
  { name: 'perm', words: { 'zh-CN': '烫发', en: 'Perm' } },
  { name: 'dye', words: { 'zh-CN': '染发', en: 'Colour' } },
  { name: 'stylist-a', words: { 'zh-CN': '人物一', en: 'Person 1' } },
  { name: 'stylist-b', words: { 'zh-CN': '人物二', en: 'Person 2' } },
  { name: 'stylist-c', words: { 'zh-CN': '人物三', en: 'Person 3' } },
]
