import { basisPointsOf, fenOf, percentOf, yuanOf } from '../money/yuan.ts'
import { useWords } from '../words.ts'
import { TypedField, type TypedFieldProps } from './typed-input.tsx'

/** An amount: written in yuan, kept in fen. */
export function MoneyField(props: TypedFieldProps) {
  const { t } = useWords()
  return <TypedField {...props} before={props.before ?? '¥'} read={fenOf} write={yuanOf} fault={t('common.notMoney')} />
}

/** A share: written in percent, kept in basis points. */
export function PercentField(props: TypedFieldProps) {
  const { t } = useWords()
  return <TypedField {...props} after="%" read={basisPointsOf} write={percentOf} fault={t('common.notPercent')} />
}

const whole = (text: string): number | null => (/^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : null)

/** A count, or minutes: a whole number. */
export function CountField(props: TypedFieldProps) {
  const { t } = useWords()
  return <TypedField {...props} read={whole} write={String} fault={t('common.notWhole')} />
}

const decimal = (text: string): number | null => (/^-?\d{1,7}(\.\d{1,8})?$/.test(text.trim()) ? Number(text) : null)

/** Any number, such as a latitude. */
export function DecimalField(props: TypedFieldProps) {
  const { t } = useWords()
  return <TypedField {...props} read={decimal} write={String} fault={t('common.notNumber')} />
}
