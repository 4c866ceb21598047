import type { BuildState } from './preview-build.ts'

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${String(character.codePointAt(0))};`)

const WORDS = {
  preparing: {
    'zh-CN': ['正在准备预览', '第一次要编译小程序，大约两分钟。好了会自动打开。'],
    en: ['Preparing the preview', 'The mini-program is built once, in about two minutes. It opens by itself.'],
  },
  failed: {
    'zh-CN': ['预览没有编译成功', '可以继续编辑。请点“再试一次”，或看看下面的记录。'],
    en: ['The preview could not be built', 'You can go on editing. Try again, or read the log below.'],
  },
  faulty: {
    'zh-CN': ['还没有可以预览的内容', '先改好左边列出的问题，预览就会出现。'],
    en: ['Nothing to preview yet', 'Mend the problems listed in the editor, and the preview appears.'],
  },
} as const

const share = (percent: number | null): string =>
  percent === null ? '' : ` class="known" style="width:${String(percent)}%"`

/** A page for the phone frame while there is no preview: it looks again by itself. `nonce` lets its one script run. */
export function waitingPage(build: BuildState | 'faulty', language: 'zh-CN' | 'en', nonce: string): string {
  const kind = build === 'faulty' ? 'faulty' : build.state === 'failed' ? 'failed' : 'preparing'
  const [title, text] = WORDS[kind][language]
  const state = build === 'faulty' ? null : build
  const lines =
    state?.state === 'failed'
      ? [state.message, ...state.lines.slice(-6)]
      : state?.state === 'preparing'
        ? [state.step]
        : []
  const percent = state?.state === 'preparing' ? state.percent : null
  const again = language === 'en' ? 'Try again' : '再试一次'
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f5f7f6; color: #1f2523;
  font: 15px/1.6 -apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Noto Sans CJK SC", sans-serif }
main { width: min(320px, 86vw); text-align: center }
h1 { font-size: 18px; margin: 24px 0 8px }
p { margin: 0 0 16px; color: #5a6562 }
.bar { height: 4px; border-radius: 2px; background: #dfe6e3; overflow: hidden }
.bar i { display: block; transition: width .6s; height: 100%; width: 40%; border-radius: 2px; background: #2f6b5e; animation: go 1.6s ease-in-out infinite }
i.known { animation: none !important }
@keyframes go { from { transform: translateX(-100%) } to { transform: translateX(260%) } }
@media (prefers-reduced-motion: reduce) { .bar i { animation: none; width: 100% } }
pre { text-align: left; font: 12px/1.6 ui-monospace, Menlo, Consolas, monospace; color: #5a6562; white-space: pre-wrap;
  overflow-wrap: anywhere; min-height: 60px }
button { font: inherit; padding: 6px 16px; border: 0; border-radius: 8px; background: #2f6b5e; color: #fff; cursor: pointer }
</style>
</head>
<body>
<main data-testid="preview-${kind}">
${kind === 'preparing' ? `<div class="bar" role="progressbar" id="bar"><i id="share"${share(percent)}></i></div>` : ''}
<h1>${title}</h1>
<p>${text}</p>
${kind === 'failed' ? `<button id="again">${again}</button>` : ''}
<pre id="lines" aria-live="polite">${lines.map(escape).join('\n')}</pre>
</main>
<script nonce="${nonce}">
const kind = ${JSON.stringify(kind)}
const again = document.getElementById('again')
if (again) again.onclick = () => fetch('/studio/api/preview-build', { method: 'POST' }).then(() => location.reload())
const look = async () => {
  const answer = await fetch('/studio/api/preview-build').then((r) => r.json()).catch(() => null)
  const share = document.getElementById('share')
  if (answer && answer.state === 'preparing' && share) {
    document.getElementById('lines').textContent = answer.step
    share.className = answer.percent === null ? '' : 'known'
    share.style.width = answer.percent === null ? '' : answer.percent + '%'
  }
  if (answer && answer.state === (kind === 'preparing' ? 'ready' : 'preparing')) location.reload()
  else setTimeout(look, 1000)
}
if (kind === 'faulty') addEventListener('message', (event) => {
  if (event.origin === location.origin && event.data && event.data.kaidian === 'shop-changed') location.reload()
})
else setTimeout(look, 1000)
</script>
</body>
</html>
`
}
