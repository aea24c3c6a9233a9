import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { BIOME, ROOT, run, TSC } from './run.ts'
import { checkTree } from './tree-rules.ts'

const FACES = ['console', 'portal', 'widget']

/** Everything that is checked without running our code; each resolves with true when it is fine. */
export const checks: Record<string, () => Promise<boolean>> = {
  format: async () => (await run([...BIOME, 'format', '.'])) === 0,
  lint: async () =>
    (await run([...BIOME, 'check', '--formatter-enabled=false', '--error-on-warnings', '.'])) === 0,
  typecheck,
  'file sizes and names': tree,
}

async function typecheck(): Promise<boolean> {
  const codes: number[] = []
  for (const project of ['.', ...FACES.filter(hasSources)]) {
    codes.push(await run([...TSC, '--project', project, '--pretty', 'false']))
  }
  return codes.every((code) => code === 0)
}

function hasSources(face: string): boolean {
  const folder = join(ROOT, face)
  if (!existsSync(folder)) return false
  return readdirSync(folder, { recursive: true }).some((path) => /\.tsx?$/.test(String(path)))
}

async function tree(): Promise<boolean> {
  const { errors, warnings } = checkTree(ROOT)
  for (const warning of warnings) console.log(`warning  ${warning}`)
  for (const error of errors) console.error(`error    ${error}`)
  return errors.length === 0
}
