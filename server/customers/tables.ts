/** The tables of customers. */
import type { Locale } from '../../contract/values.ts'

/** How a person is known. */
export const identityKinds = ['email', 'phone', 'openid', 'unionid', 'external'] as const
export type IdentityKind = (typeof identityKinds)[number]

export interface CustomersTable {
  workspace_id: string
  id: string
  /** As they call themselves. */
  name: string | null
  locale: Locale | null
  /** Asked never to be surveyed again. */
  surveys_declined_at: Date | null
  created_at: Date
}

export interface IdentitiesTable {
  workspace_id: string
  id: string
  customer_id: string
  kind: IdentityKind
  /** Normalised: see identity.ts. */
  value: string
  /** False: typed by the customer themself; never joins two people. */
  proven: boolean
  created_at: Date
}

/** Who asked not to be surveyed, when their address is no longer kept. */
export interface SurveyRefusalsTable {
  workspace_id: string
  /** Made from the address with the installation's secret. */
  address_code: string
  declined_at: Date
}

declare module '../platform/db/database.ts' {
  interface Database {
    customers: CustomersTable
    identities: IdentitiesTable
    survey_refusals: SurveyRefusalsTable
  }
}
