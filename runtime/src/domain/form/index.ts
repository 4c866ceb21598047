/**
 * Forms: which fields are shown, what is wrong with the answers, and how they are kept. The same module runs in the
 * mini-program and on the server; it imports nothing but the condition tree and the shapes.
 */
export { ageOf, birthDateOf, idCardIn } from './age.ts'
export {
  type AnswerFault,
  answersSoFar,
  type CheckedAnswers,
  checkAnswers,
  requiredFields,
  visibleFields,
} from './answers.ts'
export { answerFact, type FormContext } from './facts.ts'
export type { Fault, FieldKind, Outcome } from './field-kind.ts'
export { FIELD_KINDS } from './kinds/index.ts'
export { type FormPage, type FormSection, pagesOf } from './pages.ts'
export { type CheckedParticipants, checkParticipants } from './participants.ts'
export { patternIsSimple } from './pattern.ts'
export { type UploadLimits, uploadField, uploadLimits, type NamedUploads, uploadsNamed } from './uploads.ts'
