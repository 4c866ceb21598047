import type { ReactNode } from 'react'

/** Fields that few need, behind one line. `isOpen` is how it stands at first. */
export function Folded({
  title,
  isOpen = false,
  children,
}: {
  readonly title: ReactNode
  readonly isOpen?: boolean
  readonly children: ReactNode
}) {
  return (
    <details className="folded" open={isOpen}>
      <summary>{title}</summary>
      <div className="folded-body">{children}</div>
    </details>
  )
}
