/**
 * What it adds up to: counts and times per day, kept up to date as cases change, and the dashboard
 * that reads them. Nothing here scans cases; everything can be rebuilt from them.
 */
export { rebuild, recountAll, recountCases } from './recount.ts'
