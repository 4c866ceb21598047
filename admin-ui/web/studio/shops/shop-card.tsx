import { CheckCircleFilled, ExclamationCircleFilled, MoreOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown, type ButtonProps } from 'antd'
import { Link } from 'react-router-dom'
import { saveFile } from '../save-file.ts'
import { shownText } from '../draft/words.ts'
import { agoOf } from '../format.ts'
import { server, type ShopRow } from '../server.ts'
import { useWords } from '../words.ts'

/** The first character as people count them, whatever it is made of. */
const firstOf = (name: string): string =>
  new Intl.Segmenter().segment(name)[Symbol.iterator]().next().value?.segment ?? ''

const COLOUR = /^#[0-9a-fA-F]{6}$/

/** One shop: opens on a click anywhere; the rest is in its menu. */
export function ShopCard({ shop }: { readonly shop: ShopRow }) {
  const { t, language } = useWords()
  const { modal, message } = App.useApp()
  const queries = useQueryClient()
  const name = shownText(shop.name, language, t('common.unnamed'))
  const onError = (error: Error): void => void message.error(error.message)
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: ['shops'] })
  const duplicate = useMutation({ mutationFn: () => server.add({ copyOf: shop.key }), onSuccess, onError })
  const remove = useMutation({ mutationFn: () => server.remove(shop.key), onSuccess, onError })
  const accent = typeof shop.accent === 'string' && COLOUR.test(shop.accent) ? shop.accent : '#2F6B5E'

  const askToRemove = (): void =>
    void modal.confirm({
      title: t('shops.removeTitle', { name }),
      content: t('shops.removeText', { count: shop.versions }),
      okText: t('common.remove'),
      okButtonProps: { danger: true, 'data-testid': 'confirm-delete' } as ButtonProps,
      cancelText: t('common.cancel'),
      onOk: () => remove.mutateAsync().then(() => message.success(t('shops.removed'))),
    })

  return (
    <article className="shop-card" data-testid={`shop-card-${shop.key}`}>
      <Link to={`/shops/${shop.key}/profile`} className="shop-card-link" aria-label={name}>
        <span className="shop-mark" style={{ background: accent }} aria-hidden="true">
          {firstOf(name)}
        </span>
        <span className="shop-words">
          <strong>{name}</strong>
          <span className="quiet clip">{shownText(shop.tagline, language, shop.key)}</span>
        </span>
      </Link>
      <div className="shop-facts">
        {shop.problems === 0 ? (
          <span className="good">
            <CheckCircleFilled /> {t('shops.sound')}
          </span>
        ) : (
          <span className="bad">
            <ExclamationCircleFilled /> {t('shops.problems', { count: shop.problems })}
          </span>
        )}
        <span>{t('shops.services', { count: shop.services })}</span>
        <span>{shop.versions === 0 ? t('shops.noVersions') : t('shops.versions', { count: shop.versions })}</span>
      </div>
      <footer className="shop-foot">
        <span className="quiet">
          {t('shops.edited', { when: agoOf(shop.updatedAt, Date.now(), language) })} · {shop.key}
        </span>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'duplicate', label: t('shops.duplicate'), onClick: () => duplicate.mutate() },
              {
                key: 'export',
                label: t('shops.exportFile'),
                onClick: () =>
                  void server
                    .open(shop.key)
                    .then(({ description }) =>
                      saveFile(`${shop.key}.json`, `${JSON.stringify(description, null, 2)}\n`),
                    )
                    .catch(onError),
              },
              { type: 'divider' },
              { key: 'remove', label: t('shops.remove'), danger: true, onClick: askToRemove },
            ],
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<MoreOutlined />}
            aria-label={`${t('common.more')}: ${name}`}
            data-testid={`shop-menu-${shop.key}`}
          />
        </Dropdown>
      </footer>
    </article>
  )
}
