/** Runs in the browser. The page on top is the one that is judged; what scrolls sideways on purpose may be wider than the screen. */
globalThis.measurePage = (target) => {
  const tops = [...document.querySelectorAll('.screen')].filter((each) => each.getClientRects().length > 0)
  const page = tops.at(-1)
  if (!page) return ['there is no page']
  const found = []
  const named = (element) => {
    const own = element.closest('[id]')?.id ?? ''
    return `${element.tagName.toLowerCase()}.${String(element.className).split(' ').join('.')} in #${own} “${(element.textContent ?? '').slice(0, 24)}”`
  }
  const sideways = (element) =>
    element !== null && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || sideways(element.parentElement)) // prettier-ignore
  const visible = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getClientRects().length > 0

  const width = document.documentElement.clientWidth
  for (const element of page.querySelectorAll('*')) {
    const { right, left } = element.getBoundingClientRect()
    if ((right > width + 1 || left < -1) && visible(element) && !sideways(element.parentElement))
      found.push(`beyond the edge (${Math.round(left)} to ${Math.round(right)} of ${width}): ${named(element)}`)
  }

  const words = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    if (!node.parentElement || !visible(node.parentElement)) continue
    for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\p{Script=Latin}{3,}/gu)) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
        found.push(`a word is broken: “${word}” in ${named(node.parentElement)}`)
    }
  }

  const controls =
    '[role=button], [role=radio], [role=checkbox], [role=link], [role=tab], button, a[href], select, .field-box'
  for (const element of page.querySelectorAll(controls)) {
    const { width: wide, height: high } = element.getBoundingClientRect()
    if (visible(element) && (wide < target - 0.5 || high < target - 0.5))
      found.push(`too small to hit (${Math.round(wide)} × ${Math.round(high)}): ${named(element)}`)
  }
  return found
}
