/// <reference types="@tarojs/taro" />

declare module '*.css'
declare module '*.png'

/** Address of the shop's API, given to the build as TARO_APP_API_BASE; empty when it was not. */
declare const API_BASE: string

declare const process: {
  readonly env: {
    readonly TARO_ENV: 'weapp' | 'h5' | 'alipay' | 'tt'
    readonly NODE_ENV: 'development' | 'production'
    readonly TARO_APP_API_BASE?: string
  }
}
