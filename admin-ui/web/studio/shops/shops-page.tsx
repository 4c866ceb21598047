import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Empty, Result, Skeleton } from 'antd'
import { useState } from 'react'
import { LanguageButton } from '../language-button.tsx'
import { server } from '../server.ts'
import { useWords } from '../words.ts'
import { CreateShop } from './create-shop.tsx'
import { ShopCard } from './shop-card.tsx'

/** All shops as cards, and the ways to begin another. */
export function ShopsPage() {
  const { t } = useWords()
  const [isCreating, setCreating] = useState(false)
  const { data: shops, error, refetch } = useQuery({ queryKey: ['shops'], queryFn: server.shops })
  return (
    <div className="shops">
      <header className="bar">
        <div className="brand">
          <span className="mark" aria-hidden="true" />
          {t('shops.product')}
        </div>
        <LanguageButton />
      </header>
      <main>
        <div className="shops-head">
          <div>
            <h1>{t('shops.title')}</h1>
            <p className="quiet">{t('shops.intro')}</p>
          </div>
          <Button type="primary" icon={<PlusOutlined />} data-testid="create-shop" onClick={() => setCreating(true)}>
            {t('shops.create')}
          </Button>
        </div>
        {error ? (
          <Result
            status="warning"
            title={t('shops.failed')}
            subTitle={error.message}
            extra={<Button onClick={() => void refetch()}>{t('common.retry')}</Button>}
          />
        ) : shops === undefined ? (
          <div className="cards" aria-busy="true">
            {[1, 2, 3].map((n) => (
              <div className="shop-card" key={n}>
                <Skeleton active paragraph={{ rows: 2 }} />
              </div>
            ))}
          </div>
        ) : shops.length === 0 ? (
          <Empty description={t('shops.empty')}>
            <Button type="primary" onClick={() => setCreating(true)}>
              {t('shops.create')}
            </Button>
          </Empty>
        ) : (
          <div className="cards" data-testid="shops">
            {shops.map((shop) => (
              <ShopCard key={shop.key} shop={shop} />
            ))}
          </div>
        )}
      </main>
      <CreateShop isOpen={isCreating} onClose={() => setCreating(false)} />
    </div>
  )
}
