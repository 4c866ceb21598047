import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { call, newKey, ServerError } from '../server/client.ts'
import { holdingsKey } from '../server/queries.ts'
import type { Holdings } from '../server/shapes.ts'

/** Gives or adjusts; after a broken connection a second attempt carries the same key and has one effect. */
export function useHoldingChange(customer: string, path = '') {
  const queries = useQueryClient()
  const key = useRef(newKey())
  return useMutation({
    mutationFn: (body: { product?: string; units?: number; reason: string }) =>
      call<Holdings>(`console/customers/${encodeURIComponent(customer)}/entitlements${path}`, {
        method: 'POST',
        body,
        key: key.current,
      }),
    onSuccess: (holdings) => {
      queries.setQueryData(holdingsKey(customer), holdings)
      // A membership that was given shows in the list too.
      void queries.invalidateQueries({ queryKey: ['customers'] })
    },
    onError: (error) => {
      if (error instanceof ServerError && error.code !== 'NETWORK') key.current = newKey()
    },
  })
}
