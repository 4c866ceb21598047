import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useDraftState } from '../draft/draft-context.ts'
import { placeWords } from '../versions/place-words.ts'
import { useWords } from '../words.ts'
import { useJump } from './jump.ts'
import { placeOf } from './topics.ts'

const MOST = 50

/** How many problems there are, and all of them on a click; each leads to its field. */
export function ProblemList() {
  const { t, language } = useWords()
  const problems = useDraftState((state) => state.problems)
  const document = useDraftState((state) => state.document)
  const jump = useJump()
  const [isOpen, setOpen] = useState(false)
  const count = problems.length
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      title={count === 0 ? t('editor.noProblems') : t('editor.problemsTitle')}
      content={
        <div className="problems" data-testid="problem-list">
          {count === 0 ? <span className="quiet">{t('editor.problemsNone')}</span> : null}
          {problems.slice(0, MOST).map((problem, index) => (
            <button
              type="button"
              key={`${problem.pointer} ${problem.code} ${String(index)}`}
              className="problem"
              data-testid="problem"
              data-pointer-to={problem.pointer}
              onClick={() => {
                setOpen(false)
                void jump(problem.pointer)
              }}
            >
              <span className="problem-topic">{t(`editor.topics.${placeOf(problem.pointer).topic}`)}</span>
              <span>
                {problem.message[language]}
                <span className="quiet problem-place">{placeWords(document, problem.pointer, language)}</span>
              </span>
            </button>
          ))}
          {count > MOST ? <span className="quiet">{t('editor.problemsMore', { count: count - MOST })}</span> : null}
        </div>
      }
    >
      <Button
        danger={count > 0}
        icon={count === 0 ? <CheckCircleOutlined /> : <ExclamationCircleOutlined />}
        data-testid="problem-count"
        data-count={count}
        aria-label={count === 0 ? t('editor.noProblems') : t('editor.problems', { count })}
      >
        <span className="bar-word">{count === 0 ? t('editor.noProblems') : t('editor.problems', { count })}</span>
        {count === 0 ? null : <span className="bar-short">{count}</span>}
      </Button>
    </Popover>
  )
}
