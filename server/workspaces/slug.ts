import type { Tx } from '../platform/ctx.ts'

const longest = 40
/** For names without Latin letters or digits. */
const fallback = 'home'

/** The name as it can stand in an address: `Blue Whale Store` → `blue-whale-store`. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')
  return slug.length >= 2 ? slug : fallback
}

/** The slug of a name, with a number behind when another workspace has it. */
export async function freeSlug(tx: Tx, name: string): Promise<string> {
  const wanted = slugOf(name)
  const rows = await tx.db.selectFrom('workspaces').select('slug').execute()
  const taken = new Set(rows.map(({ slug }) => slug))
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? '' : `-${count}`
    const slug = `${wanted.slice(0, longest - suffix.length).replace(/-+$/, '')}${suffix}`
    if (!taken.has(slug)) return slug
  }
}
