import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Select } from 'antd'
import { call, newKey } from '../server/client.ts'
import { useErrorWords } from '../server/queries.ts'
import type { Customer, Membership } from '../server/shapes.ts'
import { useShop } from '../shop.tsx'
import { useWords } from '../words.ts'

/** '' stands for no membership in the list of choices. */
const NONE = ''

export function MembershipSelect(props: { readonly customer: Customer; readonly memberships: readonly Membership[] }) {
  const { t } = useWords()
  const { say } = useShop()
  const { message } = App.useApp()
  const wordsOf = useErrorWords()
  const queries = useQueryClient()
  const { customer, memberships } = props
  const name = customer.name ?? t('customers.unnamed')
  const options = [
    { value: NONE, label: t('customers.none') },
    ...memberships.map(({ id, title }) => ({ value: id, label: say(title) })),
  ]
  const { membership } = customer
  if (membership && !memberships.some(({ id }) => id === membership.id))
    options.push({ value: membership.id, label: say(membership.title) })

  const change = useMutation({
    mutationFn: (id: string) =>
      call<Customer>(`console/customers/${encodeURIComponent(customer.id)}/membership`, {
        method: 'PUT',
        body: { membership: id === NONE ? null : id },
        key: newKey(),
      }),
    onSuccess: (_, id) => {
      const chosen = options.find(({ value }) => value === id)?.label ?? id
      void message.success(t('customers.changed', { name, membership: chosen }))
    },
    onError: (error) => void message.error(wordsOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['customers'] }),
  })
  return (
    <Select
      className="membership"
      aria-label={t('customers.membershipOf', { name })}
      data-testid={`membership-${customer.id}`}
      value={change.isPending ? change.variables : (membership?.id ?? NONE)}
      loading={change.isPending}
      disabled={change.isPending}
      options={options}
      onChange={(id) => change.mutate(id)}
    />
  )
}
