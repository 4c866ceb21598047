import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Badge, Tag } from 'antd'
import { useEffect } from 'react'
import { sentenceOf, vocabularyOf } from '../condition/vocabulary.ts'
import { recordOf, stringOf } from '../draft/document.ts'
import { useDraftState, useProblems, useValue } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { useWords } from '../words.ts'
import { FieldEditor } from './field-editor.tsx'
import { KINDS } from './new-field.ts'

interface FieldRowProps {
  readonly pointer: string
  readonly form: string
  readonly index: number
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** A field in one line; opens to be edited, and by itself when it has a problem that was asked for. */
export function FieldRow({ pointer, form, index, isOpen, onToggle }: FieldRowProps) {
  const { t, language } = useWords()
  const [value] = useValue(pointer)
  const document = useDraftState((state) => state.document)
  const problems = useProblems(pointer)
  const { kind, label, required, visibleWhen, requiredWhen, id } = recordOf(value)
  const vocabulary = vocabularyOf(document)
  const shown = visibleWhen === undefined ? null : sentenceOf(visibleWhen, vocabulary, language)
  const needed = requiredWhen === undefined ? null : sentenceOf(requiredWhen, vocabulary, language)
  const known = KINDS.find((name) => name === kind)
  useOpenOnProblem(problems.length > 0, isOpen, onToggle)
  return (
    <>
      <button
        type="button"
        className="row-link plain"
        aria-expanded={isOpen}
        data-testid={`open-field-${stringOf(id)}`}
        onClick={onToggle}
      >
        <span className="row-card">
          <span className="row-words">
            <strong>
              {shownText(label, language, stringOf(id))}
              {required === true ? <span className="bad"> *</span> : null}
            </strong>
            <span className="quiet">
              {known ? t(`form.kinds.${known}`) : String(kind)}
              {shown === null ? '' : ` · ${t('form.shownWhen', { when: shown })}`}
              {needed === null ? '' : ` · ${t('form.requiredIf', { when: needed })}`}
            </span>
          </span>
          {required === true ? <Tag>{t('form.required')}</Tag> : null}
          <Badge count={problems.length} size="small" />
          {isOpen ? <DownOutlined className="row-more" /> : <RightOutlined className="row-more" />}
        </span>
      </button>
      {isOpen ? (
        <div className="field-editor">
          <FieldEditor pointer={pointer} form={form} index={index} />
        </div>
      ) : null}
    </>
  )
}

/** A closed row would hide the message that is to be shown at its field. */
function useOpenOnProblem(hasProblem: boolean, isOpen: boolean, open: () => void): void {
  useEffect(() => {
    if (hasProblem && !isOpen) open()
    // Only the arrival of a problem opens it; closing it again is up to the person.
    // eslint-disable-next-line
  }, [hasProblem])
}
