import type { Subject } from '../subject.ts'
import { app } from './app.ts'
import { description } from './description.ts'
import { openapi } from './openapi.ts'
import { readme } from './readme.ts'
import { review } from './review.ts'
import { server } from './server.ts'

/** What a template sees. Fields are `T | null`, never left out: a template that asks for an unknown one is an error. */
export type Model = Readonly<Record<string, unknown>>

/** @param id of the form or service, for rows with `each`; otherwise null. */
export type ModelMaker = (subject: Subject, id: string | null) => Model

/** What `model` of a row in `pack.json` may say. */
export const MODELS: Readonly<Record<string, ModelMaker>> = { app, description, openapi, readme, review, server }
