import { useQueryClient } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import { lazy, Suspense, useEffect } from 'react'
import { HashRouter, Navigate, Route, Routes, useLocation, useParams } from 'react-router-dom'
import { Boundary } from './layout/boundary.tsx'
import { Failed, Loading } from './layout/states.tsx'
import { Shell } from './layout/shell.tsx'
import { useNarrow } from './narrow.ts'
import { useShopQuery } from './server/queries.ts'
import { ServerError } from './server/client.ts'
import { useSignedIn } from './session.ts'
import { ShopProvider } from './shop.tsx'
import { SignIn } from './sign-in/sign-in.tsx'
import { TodayPage } from './today/today-page.tsx'

const OrdersPage = lazy(() => import('./orders/orders-page.tsx'))
const CheckInPage = lazy(() => import('./check-in/check-in-page.tsx'))
const ApprovalsPage = lazy(() => import('./approvals/approvals-page.tsx'))
const WaitlistPage = lazy(() => import('./waitlist/waitlist-page.tsx'))
const ReconciliationPage = lazy(() => import('./reconciliation/reconciliation-page.tsx'))
const CodesPage = lazy(() => import('./codes/codes-page.tsx'))
const CustomersPage = lazy(() => import('./customers/customers-page.tsx'))

/** `/orders/<id>` is the address other pages link to; the order opens over the list. */
function OneOrder() {
  const { id = '' } = useParams()
  return <Navigate replace to={`/orders?order=${encodeURIComponent(id)}`} />
}

/** A no of the server stays a no; a lost connection may come back. */
const worthRetrying = (failures: number, error: Error): boolean =>
  failures < 1 && error instanceof ServerError && (error.code === 'NETWORK' || error.status >= 500)

/** What the last person saw is forgotten with their sign-in. */
function Pages() {
  const shop = useShopQuery()
  const signedIn = useSignedIn()
  const queries = useQueryClient()
  const { pathname } = useLocation()
  useEffect(() => {
    queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retry: worthRetrying } })
  }, [queries])
  useEffect(() => {
    if (!signedIn) queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'shop' })
  }, [signedIn, queries])
  if (!signedIn) return <SignIn shop={shop.data ?? null} />
  if (shop.isPending) return <Loading />
  if (shop.isError) return <Failed error={shop.error} retry={() => void shop.refetch()} />
  return (
    <ShopProvider value={shop.data}>
      <Shell>
        <Boundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Routes>
              <Route path="/today" element={<TodayPage />} />
              <Route path="/orders" element={<OrdersPage />} />
              <Route path="/orders/:id" element={<OneOrder />} />
              <Route path="/check-in" element={<CheckInPage />} />
              <Route path="/approvals" element={<ApprovalsPage />} />
              <Route path="/waitlist" element={<WaitlistPage />} />
              <Route path="/reconciliation" element={<ReconciliationPage />} />
              <Route path="/customers" element={<CustomersPage />} />
              <Route path="/codes" element={<CodesPage />} />
              <Route path="*" element={<Navigate replace to="/today" />} />
            </Routes>
          </Suspense>
        </Boundary>
      </Shell>
    </ShopProvider>
  )
}

/** The back office of a running shop. Touch targets grow on a phone. */
export function Console() {
  const narrow = useNarrow()
  return (
    <ConfigProvider
      button={{ autoInsertSpace: false }}
      theme={{
        token: narrow ? { controlHeight: 44, fontSize: 15 } : { controlHeight: 36 },
        components: { Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' } },
      }}
    >
      <App notification={{ placement: narrow ? 'top' : 'bottomRight', maxCount: 3 }} component={false}>
        <HashRouter>
          <Pages />
        </HashRouter>
      </App>
    </ConfigProvider>
  )
}
