import { readdirSync, readFileSync } from 'node:fs'
import { type Hit, type Lexicon, parseLexicon } from './lexicon.ts'

const folder = new URL('./lexicons/concepts/', import.meta.url)

/** One meaning with the many ways customers say it, over all areas; see lexicons/concepts/. */
export type Concepts = Readonly<{ lexicon: Lexicon; names: readonly string[] }>

export function loadConcepts(): Concepts {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
  const written = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n')
  const names = [...written.matchAll(/^\[(\S+) [\d.]+\]$/gm)].map((heading) => heading[1] as string)
  return { lexicon: parseLexicon(written), names: [...new Set(names)].sort() }
}

const denial =
  /(?:[不没无别未]|没有|不是|不会|不能|从不|毫无|并非|算不上|谈不上|\bnot |n't |\bno |\bnever )[^，。！？,.!?]{0,2}$/
const reach = 6

/** Just before the words something denies them: "没有异味", "not a scam". */
export function isDenied(text: string, hit: Hit): boolean {
  return denial.test(text.slice(Math.max(0, hit.start - reach), hit.start))
}
