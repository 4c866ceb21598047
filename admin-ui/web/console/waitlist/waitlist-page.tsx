import { Select } from 'antd'
import { useState } from 'react'
import { dayWords } from '../format.ts'
import { Failed, Loading } from '../layout/states.tsx'
import { useWaitlist } from '../server/queries.ts'
import type { WaitingEntry } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'
import { linesOf, type Line } from './lines.ts'
import '../queue.css'

/** Who waits for what, in their order. */
export default function WaitlistPage() {
  const { t } = useWords()
  const { shop, say } = useShop()
  const waitlist = useWaitlist()
  const [service, setService] = useState('')
  const entries = (waitlist.data?.entries ?? []).filter(
    ({ selection }) => service === '' || selection.service === service,
  )
  const offered = shop.services.filter(({ waitlist: has }) => has)
  return (
    <>
      <div className="page-head">
        <h1>{t('office.waitlist.heading')}</h1>
        <p className="quiet page-intro">{t('office.waitlist.intro')}</p>
      </div>
      {offered.length > 1 && (
        <div className="filters">
          <Select
            className="filters-search"
            aria-label={t('office.waitlist.service')}
            value={service}
            onChange={setService}
            options={[
              { value: '', label: t('office.waitlist.any') },
              ...offered.map(({ id, title }) => ({ value: id, label: say(title) })),
            ]}
          />
        </div>
      )}
      {waitlist.isPending && <Loading />}
      {waitlist.isError && !waitlist.data && <Failed error={waitlist.error} retry={() => void waitlist.refetch()} />}
      {waitlist.data && entries.length === 0 && <p className="panel empty">{t('office.waitlist.none')}</p>}
      {linesOf(entries).map((line) => (
        <OneLine key={line.key} line={line} />
      ))}
    </>
  )
}

function OneLine({ line }: { readonly line: Line }) {
  const { t, language } = useWords()
  const { shop, say } = useShop()
  const { first, entries } = line
  const service = shop.services.find(({ id }) => id === first.selection.service)
  const tickets = [
    ...new Set((first.selection.places ?? [{ offering: first.selection.offering }]).map(({ offering }) => offering)),
  ].flatMap((id) => {
    const offering = service?.offerings.find((one) => one.id === id)
    return offering ? [say(offering.title)] : []
  })
  const title = [say(first.serviceTitle), tickets.join('、')].filter((part) => part !== '').join(' · ')
  return (
    <section className="panel lines" aria-label={title} data-testid="waiting-line">
      <h2>
        <span>
          {title}{' '}
          <span className="quiet figure">
            {first.day === null ? t('office.waitlist.anyTime') : `${dayWords(first.day, language)} ${first.time ?? ''}`}
          </span>
        </span>
        <span className="quiet">{t('office.waitlist.count', { count: entries.length })}</span>
      </h2>
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  )
}

function Entry({ entry }: { readonly entry: WaitingEntry }) {
  const { t } = useWords()
  const { at } = useShop()
  return (
    <li data-testid={`waiting-${entry.id}`}>
      <span className="figure">
        {entry.position > 0 ? t('office.waitlist.position', { count: entry.position }) : '—'}
      </span>
      <span>
        {entry.customer && (
          <>
            <strong>{entry.customer.name ?? t('customers.unnamed')}</strong>{' '}
            <span className="quiet figure">{entry.customer.phone}</span>{' '}
          </>
        )}
        {t('office.waitlist.people', { count: entry.people })}{' '}
        <span className="quiet figure">{t('office.waitlist.since', { at: at(entry.createdAt) })}</span>
      </span>
      <span className="quiet figure">
        {entry.state === 'offered'
          ? entry.hold
            ? t('office.waitlist.offeredUntil', { at: at(entry.hold.expiresAt) })
            : t('office.waitlist.offered')
          : t('office.waitlist.waiting')}
      </span>
    </li>
  )
}
