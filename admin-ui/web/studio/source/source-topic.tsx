import { Alert, Button, Space } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { useDraft, useDraftState } from '../draft/draft-context.ts'
import { saveFile } from '../save-file.ts'
import { TopicTitle } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { faultLine, lineOf } from './lines.ts'

const LINE_HEIGHT = 20

/** The description as JSON text. What is no JSON stays here, is marked, and is not saved. */
export function SourceTopic({ shopKey }: { readonly shopKey: string }) {
  const { t, language } = useWords()
  const draft = useDraft()
  const document = useDraftState((state) => state.document)
  const problems = useDraftState((state) => state.problems)
  const [parameters] = useSearchParams()
  const at = parameters.get('at')
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<{ text: string; document: unknown } | null>(null)
  const written = useMemo(() => JSON.stringify(document, null, 2), [document])
  // The text typed here stands until the description changes from elsewhere (undo, another page).
  const text = typed !== null && (typed.document === document || typed.document === null) ? typed.text : written
  const fault = useMemo(() => faultOf(text), [text])
  const isTidy = text === written
  const marks = useMemo(
    () => new Set(isTidy ? problems.map(({ pointer }) => lineOf(document, pointer)) : []),
    [problems, document, isTidy],
  )

  const change = (next: string): void => {
    const outcome = faultOf(next)
    if (outcome !== null) {
      setTyped({ text: next, document: null })
      return
    }
    const parsed = JSON.parse(next) as unknown
    setTyped({ text: next, document: parsed })
    draft.replace(parsed, 'source')
  }

  const show = (line: number): void => {
    const box = area.current
    if (!box) return
    const lines = box.value.split('\n')
    const from = lines.slice(0, line).reduce((sum, entry) => sum + entry.length + 1, 0)
    box.focus()
    box.setSelectionRange(from, from + (lines[line]?.length ?? 0))
    box.scrollTop = Math.max(0, (line - 6) * LINE_HEIGHT)
  }
  useEffect(() => {
    if (at !== null) show(lineOf(draft.state().document, at))
  }, [at, draft])

  const count = text.split('\n').length
  const faultAt = fault?.line ?? null
  return (
    <>
      <TopicTitle
        title={t('editor.topics.source')}
        intro={t('brief.sourceIntro')}
        extra={
          <Space>
            <Button disabled={isTidy || fault !== null} onClick={() => setTyped(null)}>
              {t('brief.format')}
            </Button>
            <Button onClick={() => saveFile(`${shopKey}.json`, `${text}\n`)} data-testid="export-source">
              {t('brief.export')}
            </Button>
          </Space>
        }
      />
      {fault ? (
        <Alert
          type="error"
          showIcon
          data-testid="source-fault"
          style={{ marginBottom: 16 }}
          title={
            <button type="button" className="crumb" onClick={() => show(fault.line)}>
              {fault.isObject ? t('brief.sourceFault', { line: fault.line + 1 }) : t('brief.sourceObject')}
            </button>
          }
        />
      ) : null}
      <div className="source" data-own-undo>
        <div className="gutter" ref={gutter} aria-hidden="true">
          {Array.from({ length: count }, (_, line) => (
            <div key={line} className={marks.has(line) || faultAt === line ? 'marked' : undefined}>
              {line + 1}
            </div>
          ))}
        </div>
        <textarea
          ref={area}
          value={text}
          spellCheck={false}
          wrap="off"
          aria-label={t('brief.sourceName')}
          data-testid="source"
          onChange={({ target }) => change(target.value)}
          onScroll={({ currentTarget }) => {
            if (gutter.current) gutter.current.scrollTop = currentTarget.scrollTop
          }}
        />
      </div>
      {isTidy && problems.length > 0 ? (
        <ul className="source-problems">
          {problems.slice(0, 50).map((problem, index) => {
            const line = lineOf(document, problem.pointer)
            return (
              <li key={`${problem.pointer} ${problem.code} ${String(index)}`}>
                <button type="button" className="problem" onClick={() => show(line)}>
                  <span className="problem-topic">{t('brief.line', { line: line + 1 })}</span>
                  <span>{problem.message[language]}</span>
                </button>
              </li>
            )
          })}
        </ul>
      ) : null}
    </>
  )
}

/** Null for text that is a JSON object; else where it goes wrong. */
function faultOf(text: string): { line: number; isObject: boolean } | null {
  try {
    const parsed: unknown = JSON.parse(text)
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
    return isObject ? null : { line: 0, isObject: false }
  } catch (error) {
    return { line: faultLine(text, error), isObject: true }
  }
}
