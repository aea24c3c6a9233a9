/**
 * All tables as Kysely knows them. Each domain adds its own in its `tables.ts`:
 * `declare module '../platform/db/database.ts' { interface Database { … } }`.
 */
import type { ColumnType, Generated } from 'kysely'

// biome-ignore lint/suspicious/noEmptyInterface: filled by the domains' tables.ts
export interface Database {}

/** `jsonb`: read as T, written as T (the pool serialises it). */
export type Json<T> = ColumnType<T, string, string>
/** Has a default in the database. */
export type Default<T> = Generated<T>

/** The value a jsonb column is written with. */
export function json(value: unknown): string {
  return JSON.stringify(value)
}
