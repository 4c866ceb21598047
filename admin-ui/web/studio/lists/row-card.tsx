import { RightOutlined } from '@ant-design/icons'
import { Badge } from 'antd'
import type { ReactNode } from 'react'
import { useProblems } from '../draft/draft-context.ts'

/** One entry in short: its name, a line of facts, and the number of its problems. */
export function RowCard({
  pointer,
  title,
  facts,
  before,
}: {
  readonly pointer: string
  readonly title: ReactNode
  readonly facts: readonly ReactNode[]
  readonly before?: ReactNode
}) {
  const problems = useProblems(pointer)
  return (
    <span className="row-card">
      {before}
      <span className="row-words">
        <strong>{title}</strong>
        <span className="quiet">
          {facts.map((fact, index) => (index === 0 ? fact : <span key={index}> · {fact}</span>))}
        </span>
      </span>
      <Badge count={problems.length} size="small" />
      <RightOutlined className="row-more" />
    </span>
  )
}
