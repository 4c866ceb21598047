import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { dateWords, wallAt, yuan } from '../format.ts'
import { Failed, Loading } from '../layout/states.tsx'
import { useNarrow } from '../narrow.ts'
import { useHoldings } from '../server/queries.ts'
import type { Customer, EntitlementView } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { AdjustDialog } from './adjust-dialog.tsx'
import { GiveDialog } from './give-dialog.tsx'
import './holdings.css'

/** Passes, memberships and stored value of one customer, with every movement; to give and adjust. */
export function Holdings({ customer, close }: { readonly customer: Customer; readonly close: () => void }) {
  const { t } = useWords()
  const { shop } = useShop()
  const narrow = useNarrow()
  const holdings = useHoldings(customer.id)
  const [isGiving, setGiving] = useState(false)
  const [adjusted, setAdjusted] = useState<EntitlementView | null>(null)
  const list = holdings.data?.entitlements ?? []
  const name = customer.name ?? customer.phone ?? t('customers.unnamed')
  return (
    <Drawer
      open
      onClose={close}
      size={narrow ? '100%' : 520}
      title={t('office.holdings.heading', { name })}
      closable={{ 'aria-label': t('close'), placement: 'end' }}
    >
      <div className="holdings" data-testid="holdings">
        {shop.entitlements.length === 0 ? (
          <p className="quiet">{t('office.holdings.noProducts')}</p>
        ) : (
          <Button type="primary" onClick={() => setGiving(true)} data-testid="give">
            {t('office.holdings.give')}
          </Button>
        )}
        {holdings.isPending && <Loading />}
        {holdings.isError && !holdings.data && <Failed error={holdings.error} retry={() => void holdings.refetch()} />}
        {holdings.data && list.length === 0 && <p className="empty">{t('office.holdings.none')}</p>}
        {list.map((one) => (
          <Holding key={one.id} one={one} adjust={() => setAdjusted(one)} />
        ))}
      </div>
      {isGiving && <GiveDialog customer={customer.id} close={() => setGiving(false)} />}
      {adjusted && <AdjustDialog customer={customer.id} holding={adjusted} close={() => setAdjusted(null)} />}
    </Drawer>
  )
}

function Holding({ one, adjust }: { readonly one: EntitlementView; readonly adjust: () => void }) {
  const { t } = useWords()
  const { shop, say, at, language } = useShop()
  const isOver = one.expiresAt !== null && new Date(one.expiresAt) <= new Date()
  const amount = (units: number): string => {
    const sign = units > 0 ? '+' : ''
    return one.kind === 'storedValue'
      ? `${sign}${yuan(units)}`
      : `${sign}${t('office.holdings.times', { count: units })}`
  }
  const left =
    one.left === null
      ? t('office.holdings.member')
      : one.kind === 'storedValue'
        ? t('office.holdings.valueLeft', { amount: yuan(one.left) })
        : t('office.holdings.usesLeft', { count: one.left })
  return (
    <section className={isOver ? 'panel holding over' : 'panel holding'} data-testid={`holding-${one.product}`}>
      <header>
        <div>
          <h2>{say(one.title)}</h2>
          <p className="quiet">
            {t(`office.holdings.kinds.${one.kind}`)} ·{' '}
            {one.expiresAt === null
              ? t('office.holdings.forGood')
              : t(isOver ? 'office.holdings.expired' : 'office.holdings.expires', {
                  at: dateWords(wallAt(new Date(one.expiresAt), shop.zone).day, language),
                })}
          </p>
        </div>
        <strong className="figure">{left}</strong>
        {one.left !== null && !isOver && (
          <Button size="small" onClick={adjust} data-testid={`adjust-${one.product}`}>
            {t('office.holdings.adjust')}
          </Button>
        )}
      </header>
      <ol aria-label={t('office.holdings.entries')}>
        {one.entries.toReversed().map((entry, index) => (
          <li key={`${entry.at}-${index}`}>
            <span className="quiet figure">{at(entry.at)}</span>
            <span>{t(`office.holdings.entry.${entry.kind}`)}</span>
            <span className="figure">{one.kind === 'membership' ? '' : amount(entry.units)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
