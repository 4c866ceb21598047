/** Path and query of an address in the app; values of the query stay encoded, as the base library gives them to a page. */
export function addressOf(url: string): { readonly path: string; readonly query: Readonly<Record<string, string>> } {
  const [path = '', search = ''] = url.replace(/^\//, '').split('?')
  const query = [...new URLSearchParams(search)].map(([key, value]) => [key, encodeURIComponent(value)])
  return { path, query: Object.fromEntries(query) as Record<string, string> }
}
