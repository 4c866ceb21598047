import { useQuery } from '@tanstack/react-query'
import { callForFile } from './client.ts'

export type CodeVersion = 'release' | 'trial'

/** The mini-program code of a service, or with `''` of the home page. It never changes, so it is fetched once. */
export const useMiniProgramCode = (service: string, version: CodeVersion) =>
  useQuery({
    queryKey: ['code', service, version],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ version, ...(service !== '' && { service }) })
      return callForFile(`console/mini-program-code?${query.toString()}`, { signal })
    },
    staleTime: Infinity,
    retry: false,
  })

/** Address of the shop's web edition; null where it runs without one. */
export const useWebEdition = () =>
  useQuery({
    queryKey: ['web'],
    queryFn: async ({ signal }) => {
      const address = new URL('../', location.href.split(/[?#]/)[0])
      const response = await fetch(address, { method: 'HEAD', signal }).catch(() => null)
      const isPage = response?.ok === true && (response.headers.get('content-type') ?? '').startsWith('text/html')
      return isPage ? address.href : null
    },
    staleTime: Infinity,
  })
