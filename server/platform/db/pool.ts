/** Connections to PostgreSQL, and how its values become ours: bigint → number, date → 'YYYY-MM-DD'. */
import pg from 'pg'

const int8 = 20
const date = 1082
const numeric = 1700

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === int8) return (value: string) => Number(value)
    if (oid === numeric) return (value: string) => Number(value)
    if (oid === date) return (value: string) => value
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

export function openPool(
  connectionString: string,
  max: number,
  onError: (error: Error) => void,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    types: types as pg.CustomTypesConfig,
    application_name: 'huiyin',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
  })
  // A lost connection is replaced at the next query. Without these lines it would end the process:
  // the first hears idle connections, the second those in use, between two queries.
  // A pool that is ending loses its connections on purpose.
  const heard = (error: Error) => {
    if (!pool.ending) onError(error)
  }
  pool.on('error', heard)
  pool.on('connect', (client) => client.on('error', heard))
  return pool
}
