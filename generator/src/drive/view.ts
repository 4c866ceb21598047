/** The tree that the view layer shows: what `wcc` made of the WXML, filled with the page's data. Pure. */

/** One element of the tree. */
export interface ViewNode {
  readonly tag: string
  readonly attr?: Readonly<Record<string, unknown>>
  readonly children: readonly (ViewNode | string)[]
}

/** An attribute that is a text; empty when there is none. */
export function attributeOf({ attr }: ViewNode, name: string): string {
  const value = attr?.[name]
  return typeof value === 'string' ? value : ''
}

export const idOf = (node: ViewNode): string => attributeOf(node, 'id')

const isElement = (child: ViewNode | string): child is ViewNode => typeof child !== 'string'

/** All elements, the outer before the inner. */
export function* elementsOf(node: ViewNode): Generator<ViewNode> {
  yield node
  for (const child of node.children) if (isElement(child)) yield* elementsOf(child)
}

/** The way from the root to the first element that `matches`, both included; undefined when there is none. */
export function trailTo(node: ViewNode, matches: (node: ViewNode) => boolean): ViewNode[] | undefined {
  if (matches(node)) return [node]
  for (const child of node.children) {
    const found = isElement(child) ? trailTo(child, matches) : undefined
    if (found) return [node, ...found]
  }
  return undefined
}

/** All text shown, a line for each piece. */
export const textIn = (node: ViewNode | string): string =>
  isElement(node) ? node.children.map(textIn).filter(Boolean).join('\n') : node

/** Whether the element, or something in it, has the class `name`. */
export const hasClass = (node: ViewNode, name: string): boolean =>
  [...elementsOf(node)].some((each) => attributeOf(each, 'class').split(' ').includes(name))

/** How many elements there are, and how deep they lie in one another. */
export function sizeOf(node: ViewNode): { readonly nodes: number; readonly depth: number } {
  const inner = node.children.filter(isElement).map(sizeOf)
  return {
    nodes: inner.reduce((sum, { nodes }) => sum + nodes, 1),
    depth: inner.reduce((deepest, { depth }) => Math.max(deepest, depth), 0) + 1,
  }
}

/** Sets `root.cn.[0].v` the way `setData` reads a path. */
export function assign(target: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.replaceAll('[', '.').replaceAll(']', '').split('.').filter(Boolean)
  let at: Record<string, unknown> = target
  for (const [position, key] of keys.entries()) {
    if (position === keys.length - 1) at[key] = value
    else at = (at[key] ??= /^\d+$/.test(keys[position + 1] ?? '') ? [] : {}) as Record<string, unknown>
  }
}
