import {
  AuditOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  EllipsisOutlined,
  HourglassOutlined,
  QrcodeOutlined,
  ShareAltOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import { Badge, Dropdown } from 'antd'
import { NavLink, useLocation, useNavigate } from 'react-router-dom'
import { useNarrow } from '../narrow.ts'
import { useAwaiting } from '../server/queries.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'

export const PAGES = [
  { path: '/today', word: 'nav.today', testId: 'nav-today', icon: <CalendarOutlined /> },
  { path: '/orders', word: 'nav.orders', testId: 'nav-orders', icon: <UnorderedListOutlined /> },
  { path: '/approvals', word: 'nav.approvals', testId: 'nav-approvals', icon: <CarryOutOutlined /> },
  { path: '/check-in', word: 'nav.checkIn', testId: 'nav-check-in', icon: <QrcodeOutlined /> },
  { path: '/waitlist', word: 'nav.waitlist', testId: 'nav-waitlist', icon: <HourglassOutlined /> },
  { path: '/customers', word: 'nav.customers', testId: 'nav-customers', icon: <TeamOutlined /> },
  { path: '/codes', word: 'nav.codes', testId: 'nav-codes', icon: <ShareAltOutlined /> },
  { path: '/reconciliation', word: 'nav.reconciliation', testId: 'nav-reconciliation', icon: <AuditOutlined /> },
] as const
type Page = (typeof PAGES)[number]

/** What fits beside one another at the bottom of a phone. */
const AT_BOTTOM = 4

/** Pages this shop can use; what waits for a yes is counted. */
function usePages(): { readonly pages: readonly Page[]; readonly waiting: number } {
  const { shop } = useShop()
  const waiting = useAwaiting().data?.length ?? 0
  const approves = shop.services.some(({ offerings }) => offerings.some(({ approval }) => approval !== 'none'))
  const waits = shop.services.some(({ waitlist }) => waitlist)
  return {
    pages: PAGES.filter(({ path }) => {
      if (path === '/approvals') return approves || waiting > 0
      return path !== '/waitlist' || waits
    }),
    waiting,
  }
}

export function Navigation() {
  const { t } = useWords()
  const narrow = useNarrow()
  const { pages, waiting } = usePages()
  const shown = narrow && pages.length > AT_BOTTOM + 1 ? pages.slice(0, AT_BOTTOM) : pages
  const rest = pages.filter((page) => !shown.includes(page))
  return (
    <nav className="shell-nav" aria-label={t('nav.label')}>
      {shown.map(({ path, word, testId, icon }) => (
        <NavLink key={path} to={path} data-testid={testId} className="shell-link">
          <span aria-hidden className="shell-icon">
            {icon}
          </span>
          {t(word)}
          {path === '/approvals' && waiting > 0 && (
            <Badge
              count={waiting}
              size="small"
              className="shell-count"
              title={t('nav.waiting', { count: waiting })}
              data-testid="count-approvals"
            />
          )}
        </NavLink>
      ))}
      {rest.length > 0 && <More pages={rest} />}
    </nav>
  )
}

function More({ pages }: { readonly pages: readonly Page[] }) {
  const { t } = useWords()
  const { pathname } = useLocation()
  const go = useNavigate()
  const isHere = pages.some(({ path }) => pathname.startsWith(path))
  return (
    <Dropdown
      trigger={['click']}
      placement="topRight"
      menu={{
        items: pages.map(({ path, word, testId, icon }) => ({
          key: path,
          icon,
          label: <span data-testid={testId}>{t(word)}</span>,
        })),
        onClick: ({ key }) => void go(key),
      }}
    >
      <button type="button" className={isHere ? 'shell-link shell-more active' : 'shell-link shell-more'}>
        <span aria-hidden className="shell-icon">
          <EllipsisOutlined />
        </span>
        {t('nav.more')}
      </button>
    </Dropdown>
  )
}
