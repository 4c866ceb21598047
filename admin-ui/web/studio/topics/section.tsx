import type { ReactNode } from 'react'

/** A group of fields with a heading. */
export function Section({
  title,
  intro,
  extra,
  children,
}: {
  readonly title: ReactNode
  readonly intro?: ReactNode
  readonly extra?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className="section">
      <header className="section-head">
        <div>
          <h2>{title}</h2>
          {intro ? <p className="quiet">{intro}</p> : null}
        </div>
        {extra}
      </header>
      {children}
    </section>
  )
}

/** Name of the topic, once at its top. */
export function TopicTitle({ title, intro, extra }: { title: ReactNode; intro?: ReactNode; extra?: ReactNode }) {
  return (
    <header className="topic-title">
      <div>
        <h1>{title}</h1>
        {intro ? <p className="quiet">{intro}</p> : null}
      </div>
      {extra}
    </header>
  )
}
