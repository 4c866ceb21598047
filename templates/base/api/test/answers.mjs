/** What a customer might fill in, made from the form itself; what is hidden is left out by the API. */

const two = (value) => String(value).padStart(2, '0')

/** Somebody who is `age` on `day` (2027-04-18), with half a year to spare. */
export function birthDateFor(age, day) {
  const [year, month] = day.split('-').map(Number)
  return month > 6 ? `${year - age}-${two(month - 6)}-15` : `${year - age - 1}-${two(month + 6)}-15`
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A number of an ID card with its check digit (GB 11643); nobody's. */
export function idCardOf(birthDate) {
  const body = `110101${birthDate.replaceAll('-', '')}001`
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return `${body}${'10X98765432'[sum % 11]}`
}

/**
 * @param field of a form
 * @param who `{ birthDate, phone, name, today, upload: (field) => Promise<id> }`
 * @returns undefined for what is not asked
 */
export async function answerOf(field, who) {
  const { kind, minLength = 0, maxLength = 1000, min, max, from, to, choices = [], types = ['idCard'] } = field
  switch (kind) {
    case 'personName':
      return who.name
    case 'phone':
      return who.phone
    case 'idDocument':
      return types.includes('idCard')
        ? { type: 'idCard', number: idCardOf(who.birthDate) }
        : { type: types[0], number: types[0] === 'passport' ? 'E12345678' : 'H12345678' }
    case 'number':
      return min ?? max ?? 1
    case 'choice':
      return choices[0]?.id
    case 'several':
      return choices.slice(0, min ?? 1).map(({ id }) => id)
    case 'date':
      return field.birthDate ? who.birthDate : (from ?? to ?? who.today)
    case 'time':
      return '10:00'
    case 'rating':
      return max ?? 5
    case 'consent':
      return true
    case 'region':
      return { province: '上海市', city: '上海市', district: '徐汇区' }
    case 'image':
    case 'file':
      return [await who.upload(field)]
    case 'signature':
      return who.upload(field)
    case 'group': {
      const row = await answersTo(field.fields ?? [], who)
      return Array.from({ length: Math.max(1, min ?? 1) }, () => row)
    }
    case 'computed':
    case 'note':
      return undefined
    default:
      return '谢谢'.padEnd(minLength, '。').slice(0, maxLength)
  }
}

/** An answer to every field, by its id. */
export async function answersTo(fields, who) {
  const answers = {}
  for (const field of fields) {
    const answer = await answerOf(field, who)
    if (answer !== undefined) answers[field.id] = answer
  }
  return answers
}
