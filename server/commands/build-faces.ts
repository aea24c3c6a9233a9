/** Builds console and portal when their sources changed since the last build. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const root = join(import.meta.dirname, '../..')
const faces = ['console', 'portal'] as const
/** Smaller files are not worth compressing, in bytes. */
const smallest = 1024
/** What every face is built from besides its own folder. */
const ground = ['contract', 'design', 'package-lock.json']

export async function buildFaces(say: (line: string) => void): Promise<void> {
  for (const face of faces) {
    const stamp = await fingerprint([face, ...ground])
    const file = join(root, 'dist', `${face}.stamp`)
    if ((await readFile(file, 'utf8').catch(() => '')) === stamp) continue
    say(`Building the ${face} …`)
    await vite(face)
    await compress(join(root, 'dist', face, 'assets'))
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

/** Beside each asset stand its compressed forms, made once here and never while serving. */
async function compress(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name))
    if (bytes.length < smallest || !/\.(js|css|svg)$/.test(name)) continue
    await writeFile(join(folder, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }))
    await writeFile(join(folder, `${name}.br`), await promisify(brotliCompress)(bytes))
  }
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
