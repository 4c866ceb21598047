import { LogoutOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useLocation } from 'react-router-dom'
import { speak } from '../../common/i18n.ts'
import { News } from '../news.tsx'
import { OrderDrawer } from '../order/order-drawer.tsx'
import { session } from '../session.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { Navigation, PAGES } from './navigation.tsx'
import './shell.css'

export function LanguageSwitch() {
  const { t, language } = useWords()
  return (
    <Button
      type="text"
      lang={language === 'en' ? 'zh-CN' : 'en'}
      onClick={() => void speak(language === 'en' ? 'zh-CN' : 'en')}
    >
      {t('switchLanguage')}
    </Button>
  )
}

/** Name and navigation around a page: at the side of a desk's screen, at the bottom of a phone's. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useWords()
  const { shop, say } = useShop()
  const { pathname } = useLocation()
  const [connected, setConnected] = useState(true)
  const name = say(shop.profile.name)
  const page = PAGES.find(({ path }) => pathname.startsWith(path))
  useEffect(() => {
    document.title = page ? `${t(page.word)} · ${name}` : name
  }, [page, name, t])
  return (
    <div className="shell">
      <a className="skip" href="#content" onClick={focusContent}>
        {t('skipToContent')}
      </a>
      <header className="shell-head">
        <p className="shell-name">{name}</p>
        <Navigation />
        <div className="shell-tools">
          <LanguageSwitch />
          <Button type="text" icon={<LogoutOutlined />} onClick={session.signOut} data-testid="console-sign-out">
            {t('signOut')}
          </Button>
        </div>
      </header>
      <div className="shell-body">
        {shop.simulated && (
          <p className="banner" role="note" data-testid="simulated-banner">
            {t('simulated')}
          </p>
        )}
        {!connected && (
          <p className="banner banner-lost" role="status">
            {t('live.lost')}
          </p>
        )}
        <main id="content" className="shell-main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <OrderDrawer />
      <News onConnection={setConnected} />
    </div>
  )
}

/** The hash belongs to the router, so the skip link moves the focus itself. */
function focusContent(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
