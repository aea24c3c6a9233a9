import { checks } from './checks.ts'

const isClean = await checks.lint?.()
const isTidy = await checks['file sizes and names']?.()
process.exit(isClean && isTidy ? 0 : 1)
