import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * Two self-contained pages from one config, chosen by mode: `vite build --mode studio` and `vite build --mode console`.
 * `base` is relative, so that the console also works under `/console/` of a shop and `/preview/<shop>/console/` of the studio.
 */
export default defineConfig(({ mode }) => {
  const app = mode === 'console' ? 'console' : 'studio'
  return {
    root: here(`./${app}`),
    base: './',
    plugins: [react()],
    build: { outDir: here(`../dist/${app}`), emptyOutDir: true, chunkSizeWarningLimit: 2000 },
    server: { proxy: { '/studio/api': 'http://127.0.0.1:4600', '/preview': 'http://127.0.0.1:4600' } },
  }
})
