/** Why a database was not brought up to date; the message is meant for an operator. */
export class MigrationError extends Error {
  override name = 'MigrationError'
  readonly code: 'migration_changed' | 'migration_misnamed' | 'migration_failed' | 'database_newer'

  constructor(code: MigrationError['code'], message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}
