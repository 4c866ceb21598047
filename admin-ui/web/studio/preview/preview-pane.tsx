import { DesktopOutlined, ExportOutlined, MobileOutlined, ReloadOutlined } from '@ant-design/icons'
import { App, Button, Popover, QRCode, Segmented, Tooltip } from 'antd'
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type RefObject } from 'react'
import type { Language } from '../../common/i18n.ts'
import { useDraftState } from '../draft/draft-context.ts'
import { server } from '../server.ts'
import { useWords } from '../words.ts'

export interface PreviewHandle {
  /** A sound draft has been swapped in; `since` is when it was edited (performance.now()). */
  changed(since: number): void
  /** Opens a page of the mini-program: `/pages/service/index?id=cut`. */
  show(page: string): void
}

const WIDTH = 390
const HEIGHT = 844
const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Where the mini-program's web edition keeps its language; its own switch writes the same place. */
const remember = (path: string, language: Language): void =>
  localStorage.setItem(`kaidian:${path}:locale`, JSON.stringify({ data: JSON.stringify(language) }))

/** The phone: the very pages that ship, on the sandbox of this shop. */
export function PreviewPane({ shopKey, handle }: { shopKey: string; handle: RefObject<PreviewHandle | null> }) {
  const { t, language } = useWords()
  const { message } = App.useApp()
  const frame = useRef<HTMLIFrameElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(0.8)
  const [spoken, setSpoken] = useState<Language>(language)
  const [round, setRound] = useState(0)
  const [delay, setDelay] = useState<number | null>(null)
  const isStale = useDraftState((state) => state.problems.length > 0)
  const path = `/preview/${shopKey}/`
  // Before the frame opens: it reads its language once.
  useMemo(() => remember(path, spoken), [path, spoken])
  const address = `${location.origin}${path}`

  useImperativeHandle(handle, () => ({
    changed(since) {
      frame.current?.contentWindow?.postMessage({ kaidian: 'shop-changed' }, location.origin)
      performance.measure('kaidian:edit-to-preview', { start: since, end: performance.now() })
      setDelay(Math.max(1, Math.round(performance.now() - since)))
    },
    show(page) {
      frame.current?.contentWindow?.postMessage({ kaidian: 'navigate', url: page }, location.origin)
    },
  }))

  useEffect(() => {
    const element = stage.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      const { width, height } = entry.contentRect
      setScale(Math.max(0.4, Math.min(1, (width - 24) / WIDTH, (height - 24) / HEIGHT)))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const openConsole = async (): Promise<void> => {
    // The tab is opened in the click itself, or the browser would take it for a pop-up.
    const tab = window.open('about:blank', '_blank')
    try {
      const { url } = await server.consoleLink(shopKey)
      if (tab) tab.location.href = url
    } catch (error) {
      tab?.close()
      message.error(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <aside className="preview" aria-label={t('preview.title')}>
      <div className="preview-tools">
        <Segmented<Language>
          size="small"
          value={spoken}
          aria-label={t('preview.language')}
          data-testid="preview-language"
          onChange={setSpoken}
          options={[
            { value: 'zh-CN', label: t('common.zhShort') },
            { value: 'en', label: t('common.enShort') },
          ]}
        />
        <span className="bar-space" />
        <Tooltip title={t('preview.restart')}>
          <Button
            type="text"
            icon={<ReloadOutlined />}
            aria-label={t('preview.restart')}
            data-testid="preview-restart"
            onClick={() => setRound(round + 1)}
          />
        </Tooltip>
        <Popover
          trigger="click"
          title={t('preview.phone')}
          content={
            <div className="phone-link">
              {LOCAL.has(location.hostname) ? (
                <p className="quiet">{t('preview.phoneLocal')}</p>
              ) : (
                <>
                  <QRCode value={address} size={160} />
                  <p className="quiet">{t('preview.phoneText')}</p>
                </>
              )}
              <code>{address}</code>
            </div>
          }
        >
          <Button type="text" icon={<MobileOutlined />} aria-label={t('preview.phone')} data-testid="preview-phone" />
        </Popover>
        <Tooltip title={t('preview.newTab')}>
          <Button
            type="text"
            icon={<ExportOutlined />}
            aria-label={t('preview.newTab')}
            data-testid="preview-open"
            href={path}
            target="_blank"
          />
        </Tooltip>
        <Tooltip title={t('preview.console')}>
          <Button
            type="text"
            icon={<DesktopOutlined />}
            aria-label={t('preview.console')}
            data-testid="open-console"
            onClick={() => void openConsole()}
          />
        </Tooltip>
      </div>
      <div className="stage-floor" ref={stage}>
        <div className="phone" style={{ width: WIDTH * scale + 20, height: HEIGHT * scale + 20 }}>
          <div className="glass" style={{ width: WIDTH * scale, height: HEIGHT * scale }}>
            <iframe
              key={`${spoken}-${String(round)}`}
              ref={frame}
              data-testid="preview-frame"
              title={t('preview.frame')}
              src={path}
              style={{ width: WIDTH, height: HEIGHT, transform: `scale(${scale})` }}
            />
          </div>
        </div>
      </div>
      <p className="preview-note" data-testid="preview-note" aria-live="polite">
        {isStale ? t('preview.stale') : delay === null ? '' : t('preview.shownIn', { ms: delay })}
      </p>
    </aside>
  )
}
