import type { ThemeConfig } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import type { Language } from './i18n.ts'

export const ACCENT = '#2F6B5E'

export const FONTS =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif'

/** Calm: one accent, grey surfaces, distances in steps of 8. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: ACCENT,
    colorInfo: ACCENT,
    colorLink: ACCENT,
    colorText: '#1f2523',
    colorTextSecondary: '#5a6562',
    colorTextTertiary: '#6f7a77',
    colorTextPlaceholder: '#8d9794',
    colorBorder: '#d5dad8',
    colorBorderSecondary: '#e6eae8',
    colorBgLayout: '#f5f7f6',
    colorError: '#b3372f',
    colorWarning: '#a86a00',
    colorSuccess: '#2c7a4b',
    colorWarningBg: '#fdf5e6',
    colorWarningBorder: '#f0d9ae',
    colorErrorBg: '#fbeeed',
    colorErrorBorder: '#efc9c5',
    colorInfoBg: '#e8f1ee',
    colorInfoBorder: '#c3d9d2',
    colorSuccessBg: '#e8f3ec',
    colorSuccessBorder: '#bfdcc9',
    fontFamily: FONTS,
    fontSize: 14,
    borderRadius: 8,
    controlHeight: 36,
    sizeUnit: 4,
    sizeStep: 4,
    boxShadowTertiary: '0 1px 2px rgba(20, 40, 35, 0.05)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Layout: { headerBg: '#ffffff', siderBg: '#ffffff', bodyBg: '#f5f7f6', headerPadding: '0 24px', headerHeight: 56 },
    Menu: { itemBorderRadius: 8, itemHeight: 40, itemSelectedBg: '#e8f1ee', itemSelectedColor: ACCENT },
    Card: { bodyPadding: 24, headerFontSize: 15 },
    Table: { headerBg: '#f7f9f8', cellPaddingBlock: 12 },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
  },
}

export const antdLocale = (language: Language) => (language === 'en' ? enUS : zhCN)
