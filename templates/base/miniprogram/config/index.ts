import { resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { features } from './features'

const target = process.env.TARO_ENV ?? 'weapp'
const source = resolve(__dirname, '../src')

interface Chain {
  readonly module: { rule(name: string): { test(path: RegExp): { merge(rule: object): unknown } } }
}

const ours = (chain: Chain): void => {
  // A module of ours does nothing but give what it exports: one that nobody uses, since its feature is off, stays out of the bundle.
  chain.module
    .rule('ours')
    .test(/[\\/]src[\\/].*\.tsx?$/)
    .merge({ sideEffects: false })
}

/** One configuration for all targets; `TARO_APP_API_BASE` overrides the API address in src/shop.ts. */
export default defineConfig({
  projectName: 'miniprogram',
  date: '2026-01-01',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  alias: { '@': source },
  defineConstants: {
    API_BASE: JSON.stringify(process.env.TARO_APP_API_BASE ?? ''),
    ...Object.fromEntries(Object.entries(features).map(([name, used]) => [`FEATURES.${name}`, String(used)])),
  },
  copy: {
    patterns: [
      ...(target === 'weapp' ? [{ from: 'src/sitemap.json', to: `dist/${target}/sitemap.json` }] : []),
      // Named by theme.json, or by the app while it runs: Taro would not know of them. A browser draws its own.
      ...(target === 'h5' ? [] : [{ from: 'src/assets/tab', to: `dist/${target}/assets/tab` }]),
    ],
    options: {},
  },
  // Layout is in logical pixels, which all targets understand: touch targets stay 44 px on a 320 px screen.
  mini: {
    // Components' styles do not depend on one another's order.
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain: ours,
    postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    postcss: {
      pxtransform: { enable: false, config: {} },
      autoprefixer: { enable: true, config: {} },
      cssModules: { enable: false },
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
      ignoreOrder: true,
    },
    webpackChain(chain) {
      ours(chain)
      // Without these groups every page's chunk repeats the component library.
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: {
          vendor: { name: 'vendor', test: /[\\/]node_modules[\\/]/, priority: 20 },
          common: { name: 'common', minChunks: 2, priority: 10, reuseExistingChunk: true },
        },
      })
      chain.performance.hints(false)
    },
  },
})
