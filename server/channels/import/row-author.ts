/** Who a row says spoke. Pure. */
import type { ImportTarget } from '../../../contract/imports.ts'
import type { Author } from '../../customers/index.ts'
import { cut } from './row-context.ts'

const longestName = 40

/** The operator vouches for who it was. What is no address or number is kept beside the text. */
export function authorOf(
  cell: (target: ImportTarget) => string,
  keepAside: (target: ImportTarget) => void,
) {
  const author: Author = {}
  const [name, id] = [cell('customer_name').replace(/\s+/g, ' '), cell('customer_id')]
  const [email, phone] = [cell('customer_email'), cell('customer_phone').normalize('NFKC')]
  if (name !== '') author.name = cut(name, longestName)
  if (id !== '') author.external = id
  if (/^[^\s@]{1,64}@[^\s@]{1,180}\.[^\s@]{2,10}$/.test(email)) author.email = email
  else keepAside('customer_email')
  if (/^\+?[\d][\d() -]{4,24}$/.test(phone)) author.phone = phone
  else keepAside('customer_phone')
  if (author.external || author.email || author.phone) author.vouched = true
  return author
}
