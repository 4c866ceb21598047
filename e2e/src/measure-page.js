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
  // The page itself hides what is too wide: that is the fault, not an excuse.
  const sideways = (element) =>
    element !== page && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || sideways(element.parentElement)) // prettier-ignore
  const visible = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getClientRects().length > 0

  // By its own edges: a page may still be sliding in.
  const edges = page.getBoundingClientRect()
  for (const element of page.querySelectorAll('*')) {
    const { right, left } = element.getBoundingClientRect()
    if ((right > edges.right + 1 || left < edges.left - 1) && visible(element) && !sideways(element.parentElement))
      found.push(
        `beyond the edge by ${Math.round(Math.max(right - edges.right, edges.left - left))} px: ${named(element)}`,
      )
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
