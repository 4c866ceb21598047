import { CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link, useNavigate, useParams } from 'react-router-dom'
import { freeId, listOf, recordOf, stringOf, valueAt, withInserted } from '../draft/document.ts'
import { useDraft, useDraftState } from '../draft/draft-context.ts'
import { shownText } from '../draft/words.ts'
import { AddButton } from '../lists/add-button.tsx'
import { OrderedList } from '../lists/ordered-list.tsx'
import { TitledList } from '../lists/titled-list.tsx'
import { RowCard } from '../lists/row-card.tsx'
import { priceOf } from '../money/yuan.ts'
import { Section, TopicTitle } from '../topics/section.tsx'
import { useWords } from '../words.ts'
import { AddOnsList } from './add-ons-list.tsx'
import { newService } from './new-service.ts'
import { ServiceEditor } from './service-editor.tsx'

/** The list of services, or the one in the address. */
export function ServicesTopic({ shopKey }: { readonly shopKey: string }) {
  const { item } = useParams()
  const exists = useDraftState(({ document }) => valueAt(document, `/services/${item ?? ''}`) !== undefined)
  return item !== undefined && exists ? (
    <ServiceEditor key={item} pointer={`/services/${item}`} back={`/shops/${shopKey}/services`} />
  ) : (
    <ServiceList shopKey={shopKey} />
  )
}

function ServiceList({ shopKey }: { readonly shopKey: string }) {
  const { t, language } = useWords()
  const draft = useDraft()
  const navigate = useNavigate()
  const document = useDraftState((state) => state.document)
  const open = (index: number): void => void navigate(`/shops/${shopKey}/services/${index}`)
  const categories = new Map(
    listOf(valueAt(document, '/categories')).map((entry) => {
      const { id, title } = recordOf(entry)
      return [id, shownText(title, language)]
    }),
  )
  const duplicate = (index: number): void => {
    const services = listOf(valueAt(document, '/services'))
    const copy = { ...recordOf(services[index]), id: freeId(services, 'service') }
    draft.replace(withInserted(document, '/services', copy, index + 1))
  }
  return (
    <>
      <TopicTitle
        title={t('editor.topics.services')}
        intro={t('services.intro')}
        extra={
          <AddButton
            pointer="/services"
            kind="service"
            label={t('services.add')}
            testId="add-service"
            make={(id) => newService(id, document)}
            onAdded={open}
          />
        }
      />
      <OrderedList
        pointer="/services"
        testId="service"
        nameOf={(entry) => shownText(recordOf(entry)['title'], language)}
        row={(place, index, entry) => {
          const service = recordOf(entry)
          const prices = listOf(service['offerings'])
            .map((offering) => recordOf(offering)['price'])
            .filter((price): price is number => typeof price === 'number')
          const facts = [
            categories.get(service['category']),
            typeof service['duration'] === 'number' ? t('services.minutes', { count: service['duration'] }) : undefined,
            prices.length === 0 ? undefined : t('services.prices', { low: priceOf(Math.min(...prices)) }),
          ]
          return (
            <Link to={`/shops/${shopKey}/services/${index}`} className="row-link">
              <RowCard
                pointer={place}
                title={shownText(service['title'], language, stringOf(service['id']))}
                facts={facts.filter((fact) => fact !== undefined)}
              />
            </Link>
          )
        }}
        buttons={(index, entry) => (
          <Button
            type="text"
            icon={<CopyOutlined />}
            aria-label={`${t('common.duplicate')}: ${shownText(recordOf(entry)['title'], language)}`}
            onClick={() => duplicate(index)}
          />
        )}
      />
      <div className="gap" />
      <Section title={t('services.addOnsShop')} intro={t('services.addOnsShopIntro')}>
        <AddOnsList />
      </Section>
      <Section title={t('services.categories')}>
        <TitledList pointer="/categories" kind="category" add={t('services.addCategory')} />
      </Section>
    </>
  )
}
