/**
 * Benchmarks: `npm run bench` runs all, `npm run bench -- intake` some. Each figure is a ratio to a
 * limit measured in the same run; results go to bench/results/NAME.json. Loopback only, bounded.
 */
import { dashboard } from './dashboard.ts'
import { grouping } from './grouping.ts'
import { importing } from './importing.ts'
import { inbox } from './inbox.ts'
import { intake } from './intake.ts'
import { reading } from './reading.ts'
import { type Benchmark, printTable, writeJson } from './report.ts'
import { startUp } from './start-up.ts'
import { suggestions } from './suggestions.ts'

const all: Benchmark[] = [
  startUp,
  intake,
  importing,
  inbox,
  dashboard,
  reading,
  grouping,
  suggestions,
]
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !all.some((one) => one.name === name))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark called ${unknown.join(', ')}. There are: ${all.map(({ name }) => name).join(', ')}\n`,
  )
  process.exit(2)
}

const say = (line: string) => process.stdout.write(`${line}\n`)
let missed = 0
for (const benchmark of all) {
  if (asked.length > 0 && !asked.includes(benchmark.name)) continue
  say(`\n${benchmark.name} …`)
  const findings = await benchmark.run((line) => say(`  ${line}`))
  printTable(benchmark.name, findings, say)
  writeJson(benchmark.name, findings)
  missed += findings.filter(({ holds }) => holds === false).length
}
say(missed === 0 ? '\nEvery goal holds.' : `\n${missed} goals missed.`)
