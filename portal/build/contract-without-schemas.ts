/**
 * The contract is written with zod, and zod alone weighs more than the whole portal may. A phone
 * needs only what the contract says about addresses and limits, so this plugin loads each contract
 * file while building and hands on its plain values: an endpoint keeps id, method and path, a
 * constant stays, an object schema becomes a look at its required keys, other schemas go.
 * Types are untouched: calls are still checked against the contract by the compiler.
 */
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

/** The only contract file with behaviour of its own; it is compiled as it is. */
const COMPILED = 'client.ts'
const CONTRACT_FILE = /\/contract\/([\w-]+\.ts)$/

export function contractWithoutSchemas(): Plugin {
  return {
    name: 'huiyin:contract-without-schemas',
    enforce: 'pre',
    async load(id) {
      const file = CONTRACT_FILE.exec(id)?.[1]
      if (!file || file === COMPILED) return null
      const values: Record<string, unknown> = await import(pathToFileURL(id).href)
      const lines = Object.entries(values).flatMap(([name, value]) => lineFor(name, value))
      return { code: [LOOKS_LIKE, ...lines].join('\n'), moduleType: 'js' }
    },
  }
}

const LOOKS_LIKE = `const looksLike = (keys) => ({
  safeParse: (data) =>
    typeof data === 'object' && data !== null && keys.every((key) => key in data)
      ? { success: true, data }
      : { success: false },
})`

function lineFor(name: string, value: unknown): string[] {
  if (isEndpoint(value)) {
    const { id, method, path } = value
    return [`export const ${name} = ${JSON.stringify({ id, method, path })}`]
  }
  if (isObjectSchema(value)) {
    const keys = Object.keys(value.shape).filter(
      (key) => !value.shape[key]?.safeParse(undefined).success,
    )
    return [`export const ${name} = /* @__PURE__ */ looksLike(${JSON.stringify(keys)})`]
  }
  return isPlain(value) ? [`export const ${name} = ${JSON.stringify(value)}`] : []
}

type Named = Record<string, unknown>
type Parsing = { safeParse: (value: unknown) => { success: boolean } }

function isEndpoint(value: unknown): value is { id: string; method: string; path: string } {
  return isNamed(value) && 'audience' in value && 'path' in value
}

function isObjectSchema(value: unknown): value is { shape: Record<string, Parsing> } {
  return isNamed(value) && 'safeParse' in value && isNamed(value.shape)
}

function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain)
  if (isNamed(value)) return !('safeParse' in value) && Object.values(value).every(isPlain)
  return ['string', 'number', 'boolean'].includes(typeof value) || value === null
}

function isNamed(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
