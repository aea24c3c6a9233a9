import { checks } from './checks.ts'

process.exit((await checks.typecheck?.()) ? 0 : 1)
