import { type ViewNode, attributeOf, idOf } from './view.ts'

interface Happening {
  readonly type: string
  readonly detail: object
}

const describe = (node: ViewNode) => ({
  id: idOf(node),
  dataset: { sid: node.attr?.['data-sid'] },
  offsetLeft: 0,
  offsetTop: 0,
})

/**
 * Takes an event from the last element of `trail` to the handlers bound to it there and, where it bubbles, further out, until one
 * catches it.
 *
 * @param call runs the handler of that name.
 * @returns whether there was a handler.
 */
export function dispatch(
  trail: readonly ViewNode[],
  { type, detail }: Happening,
  bubbles: boolean,
  call: (name: string, event: object) => void,
): boolean {
  const target = trail.at(-1)
  if (!target) return false
  const bindings = (bubbles ? trail.toReversed() : [target]).map((node) => ({
    node,
    caught: attributeOf(node, `catch${type}`) || attributeOf(node, `catch:${type}`),
    bound: attributeOf(node, `bind${type}`) || attributeOf(node, `bind:${type}`),
  }))
  const end = bindings.findIndex(({ caught }) => caught !== '')
  const reached = (end < 0 ? bindings : bindings.slice(0, end + 1)).filter(({ caught, bound }) => caught || bound)
  for (const { node, caught, bound } of reached)
    call(caught || bound, {
      type,
      timeStamp: Date.now(),
      detail,
      mark: {},
      target: describe(target),
      currentTarget: describe(node),
      touches: [],
      changedTouches: [],
    })
  return reached.length > 0
}
