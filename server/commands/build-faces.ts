/** Builds console and portal when their sources changed since the last build. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const faces = ['console', 'portal'] as const
/** What every face is built from besides its own folder. */
const ground = ['contract', 'design', 'package-lock.json']

export async function buildFaces(say: (line: string) => void): Promise<void> {
  for (const face of faces) {
    const stamp = await fingerprint([face, ...ground])
    const file = join(root, 'dist', `${face}.stamp`)
    if ((await readFile(file, 'utf8').catch(() => '')) === stamp) continue
    say(`Building the ${face} …`)
    await vite(face)
    await writeFile(file, stamp)
  }
}

function vite(face: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        join(root, 'node_modules/vite/bin/vite.js'),
        'build',
        '--config',
        join(root, face, 'vite.config.ts'),
        '--logLevel',
        'warn',
      ],
      {
        cwd: join(root, face),
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, NODE_ENV: 'production' },
      },
    )
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`building the ${face} failed`)),
    )
  })
}

/** Names and contents of all source files, hashed; tests do not count. */
async function fingerprint(places: string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const place of places) {
    const entries = await readdir(join(root, place), {
      recursive: true,
      withFileTypes: true,
    }).catch(() => null)
    const files = entries
      ? entries
          .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
      : [join(root, place)]
    for (const file of files) hash.update(file.slice(root.length)).update(await readFile(file))
  }
  return hash.digest('hex')
}
