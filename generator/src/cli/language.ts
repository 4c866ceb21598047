/** The languages the command speaks. */
export type Language = 'zh' | 'en'

/** `--lang` decides, then the locale of the environment. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const index = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const given = index < 0 ? undefined : (argv[index]?.split('=')[1] ?? argv[index + 1])
  const locale = given ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? ''
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** Picks one of two sentences. */
export type Say = (zh: string, en: string) => string

export const sayIn =
  (language: Language): Say =>
  (zh, en) =>
    language === 'zh' ? zh : en
