import type { Shop } from '@kaidian/schemas'
import { salon } from './shops.ts'

/** A workshop: two people and a pool of three benches. */
export function workshop(change: (shop: Shop) => void = () => undefined): Shop {
  return salon((shop) => {
    const staff = (id: string) => ({ id, kind: 'staff' as const, name: id, tags: ['mend'] })
    shop.resources = [
      staff('anna'),
      staff('bert'),
      { id: 'benches', kind: 'equipment', name: 'Benches', tags: ['bench'], capacity: 3 },
    ]
    shop.services = [
      {
        id: 'mend',
        title: 'Mend',
        mode: 'appointment',
        duration: 60,
        people: { max: 3 },
        form: shop.forms[0]?.id ?? '',
        requirements: [
          { role: 'mender', title: 'Mender', kind: 'staff', tags: ['mend'] },
          { role: 'bench', title: 'Bench', kind: 'equipment', tags: ['bench'], choice: 'any', quantity: 'people' },
        ],
        offerings: [{ id: 'mend', title: 'Mend', price: 1000 }],
      },
    ]
    delete shop.fees
    change(shop)
  })
}

/** Its only service. */
export const mend = (shop: Shop) => shop.services[0] as Shop['services'][number]
