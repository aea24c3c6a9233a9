export type EmbeddedErrorCode =
  | 'data_folder_in_use'
  | 'data_folder_not_ours'
  | 'embedded_database_unavailable'
  | 'database_does_not_start'
  | 'database_does_not_stop'

/** What can go wrong around the embedded database; the message is meant for an operator. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError'
  readonly code: EmbeddedErrorCode
  /** The process that holds the data folder, when code is data_folder_in_use and it is known. */
  readonly pid: number | undefined

  constructor(
    code: EmbeddedErrorCode,
    message: string,
    also: { pid?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: also.cause })
    this.code = code
    this.pid = also.pid
  }
}
