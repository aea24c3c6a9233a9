import type { Locale } from '../../contract/values.ts'

/** Who said something, as it was given: typed by a guest, or vouched for by another system. */
export interface Author {
  name?: string
  email?: string
  phone?: string
  openid?: string
  unionid?: string
  /** The person's id in the operator's own system. */
  external?: string
  locale?: Locale
  /** The source knows this person: e-mail and phone count as proven too. */
  vouched?: true
}
