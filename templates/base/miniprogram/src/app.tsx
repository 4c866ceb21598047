import Taro, { useLaunch, usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { messages, speakAmong } from '@/i18n'
import { listenToPrivacy } from '@/session/privacy'
import { ensureShop, listenToStudio, shopStore } from '@/shop/store'
import './app.css'

/** WeChat downloads a new version in the background; it starts when the customer agrees. */
const offerUpdate = () => {
  if (process.env.TARO_ENV !== 'weapp') return
  const manager = Taro.getUpdateManager()
  manager.onUpdateReady(() => {
    void Taro.showModal({ title: '', content: messages().updateReady, confirmText: messages().restart }).then(
      ({ confirm }) => {
        if (confirm) manager.applyUpdate()
      },
    )
  })
}

const followShop = () => {
  const { shop } = shopStore.get()
  if (shop) speakAmong(shop.locales)
}

const App = ({ children }: PropsWithChildren) => {
  useLaunch(() => {
    followShop()
    shopStore.subscribe(followShop)
    ensureShop()
    listenToStudio()
    listenToPrivacy()
    offerUpdate()
  })
  // A link of an earlier version, to something the shop no longer has.
  usePageNotFound(() => void Taro.switchTab({ url: '/pages/home/index' }))
  return children
}

export default App
