import Handlebars from 'handlebars'
import { HELPERS } from './helpers.ts'
import type { OutputFile } from './files.ts'
import type { Pack } from './pack.ts'
import type { PlannedFile } from './plan.ts'

type Template = Handlebars.TemplateDelegate<unknown>

const OPTIONS: CompileOptions = {
  noEscape: true,
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true])),
}

/** An environment of its own: nobody else's helpers or partials reach our templates. */
const handlebars = Handlebars.create()
for (const name of Object.keys(handlebars.helpers).filter((name) => !['if', 'unless', 'each', 'with'].includes(name)))
  handlebars.unregisterHelper(name)
for (const [name, helper] of Object.entries(HELPERS)) handlebars.registerHelper(name, (value: unknown) => helper(value))

const compiled = new WeakMap<Pack, Map<string, Template>>()

function templateOf(pack: Pack, path: string): Template {
  const ofPack = compiled.get(pack) ?? new Map<string, Template>()
  compiled.set(pack, ofPack)
  const before = ofPack.get(path)
  if (before !== undefined) return before
  const text = pack.templates.get(path)
  if (text === undefined) throw new Error(`the pack ${pack.name} has no template ${path}`)
  const template = handlebars.compile(text, OPTIONS)
  ofPack.set(path, template)
  return template
}

/** Fills the planned templates; each is compiled once per pack. @throws Error when a template asks for what its model has not. */
export const render = (files: readonly PlannedFile[], pack: Pack): OutputFile[] =>
  files.map(({ path, template, model, ownership }) => ({ path, content: templateOf(pack, template)(model), ownership }))
