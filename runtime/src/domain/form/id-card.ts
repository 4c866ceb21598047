import { isDay } from './calendar.ts'

/** What an ID card of the mainland tells of its holder. */
export interface IdCard {
  /** `1990-03-07` */
  readonly birthDate: string
  readonly sex: 'male' | 'female'
}

export type IdCardFault = 'format' | 'region' | 'birthDate' | 'checkDigit'

/** Codes of the provinces in GB/T 2260, and of Taiwan, Hong Kong and Macao, whose residents hold a permit with such a number. */
const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'
/** ISO 7064 MOD 11-2, as GB 11643 takes it. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'

/** Reads an 18-digit number whose last place may be an upper-case X; or tells which part of it cannot be right. */
export function readIdCard(number: string): IdCard | IdCardFault {
  if (!/^\d{17}[\dX]$/.test(number)) return 'format'
  if (PROVINCES.split(' ').indexOf(number.slice(0, 2)) < 0) return 'region'
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isDay(birthDate) || birthDate < '1850') return 'birthDate'
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number.charAt(at)), 0)
  if (CHECK_DIGITS.charAt(sum % 11) !== number.charAt(17)) return 'checkDigit'
  return { birthDate, sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female' }
}
