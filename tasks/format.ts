/** Formats and sorts imports, in the whole project or in the paths given: npm run format -- server */
import { BIOME, run } from './run.ts'

const paths = process.argv.slice(2)
const parameters = ['check', '--linter-enabled=false', '--write']
process.exit(await run([...BIOME, ...parameters, ...(paths.length > 0 ? paths : ['.'])]))
