/** fast-check values from a JSON Schema as our OpenAPI uses it: what fits, and what is just off. */
import fc, { type Arbitrary } from 'fast-check'

export interface Schema {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  propertyNames?: Schema
  items?: Schema
  prefixItems?: Schema[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
}

const longestString = 400
const longestArray = 6

/** Values that fit the schema, as far as a schema can say. */
export function fitting(schema: Schema): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(fitting))
  if (schema.allOf) return fitting(Object.assign({}, ...schema.allOf) as Schema)
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return text(schema)
    case 'integer':
      return fc.integer(range(schema))
    case 'number':
      return fc.double({ ...range(schema), noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return list(schema)
    case 'object':
      return record(schema)
    default:
      return fc.jsonValue()
  }
}

/** Mostly fitting, with something wrong somewhere: types, sizes, characters, extra fields. */
export function off(schema: Schema): Arbitrary<unknown> {
  return fc.oneof(
    { weight: 4, arbitrary: fitting(schema) },
    { weight: 4, arbitrary: fitting(schema).chain((value) => spoilt(value)) },
    { weight: 1, arbitrary: nasty },
  )
}

const nasty: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e\u2066',
    '<script>alert(1)</script>',
    "'; drop table cases; --",
    '%00',
    '../../etc/passwd',
    '{{7*7}}',
    '​',
    -0,
    1e308,
    Number.MAX_SAFE_INTEGER + 2,
    [],
    {},
    [[]],
    { $ne: null },
    { ['__proto__']: { a: 1 } },
    { constructor: { prototype: 1 } },
    'x'.repeat(20_000),
    '\u{1f468}\u200d\u{1f469}'.repeat(500),
    '2026-13-45',
    '0001-01-01T00:00:00Z',
    '+275760-09-13T00:00:00Z',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue({ maxDepth: 3 }),
)

/** What a header can carry over HTTP/1.1, sensible or not. */
export const headerValue: Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({
    unit: fc.integer({ min: 0x80, max: 0xff }).map((code) => String.fromCharCode(code)),
  }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    'null',
    '*',
    'a, b',
    'bytes=0-',
    'bytes=9-1',
    'bytes=-5,0-',
    'W/"x"',
  ),
  fc.constantFrom('x'.repeat(4000), '%00', 'Bearer ', 'Bearer hyk_', 'Claim 1-', 'Basic Og=='),
  fc.uuid(),
)

/** Now and then a header that means something, or nothing. */
export const strayHeaders: Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 9, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.dictionary(
      fc.constantFrom(
        'idempotency-key',
        'x-workspace',
        'authorization',
        'cookie',
        'content-type',
        'accept',
        'accept-language',
        'range',
        'if-none-match',
        'if-modified-since',
        'last-event-id',
        'origin',
        'x-forwarded-for',
      ),
      headerValue,
      { minKeys: 1, maxKeys: 3 },
    ),
  },
)

function spoilt(value: unknown): Arbitrary<unknown> {
  if (Array.isArray(value))
    return fc.oneof(
      nasty,
      nasty.map((bad) => [...value, bad]),
      fc.constant(Array(60).fill(value[0] ?? null)),
    )
  if (typeof value !== 'object' || value === null) return nasty
  const keys = Object.keys(value)
  const extra = fc
    .tuple(fc.string({ minLength: 1, maxLength: 12 }), nasty)
    .map(([key, bad]) => ({ ...value, [key]: bad }))
  if (keys.length === 0) return extra
  const changed = fc
    .tuple(fc.constantFrom(...keys), nasty)
    .map(([key, bad]) => ({ ...value, [key]: bad }))
  const missing = fc
    .constantFrom(...keys)
    .map((key) => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)))
  return fc.oneof({ weight: 3, arbitrary: changed }, missing, extra)
}

function text(schema: Schema): Arbitrary<string> {
  switch (schema.format) {
    case 'uuid':
      return fc.uuid({ version: [4, 7] })
    case 'email':
      return fc.emailAddress()
    case 'date':
      return fc
        .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10))
    case 'date-time':
      return fc
        .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString())
  }
  if (schema.pattern && schema.pattern.length < 120)
    return fc.stringMatching(new RegExp(schema.pattern))
  const bounds = {
    minLength: Math.min(schema.minLength ?? 0, longestString),
    maxLength: Math.min(schema.maxLength ?? longestString, longestString),
  }
  return fc.oneof(
    fc
      .string({ ...bounds, unit: 'grapheme' })
      .filter((value) => value.length <= (schema.maxLength ?? Infinity)),
    fc.string(bounds),
    fc.constantFrom('退款一直没到账', '物流太慢', '1042', 'HY-7', '建议', '%_\\'),
  )
}

function range(schema: Schema): { min: number; max: number } {
  const min =
    schema.minimum ?? (schema.exclusiveMinimum === undefined ? -1000 : schema.exclusiveMinimum + 1)
  const max =
    schema.maximum ??
    (schema.exclusiveMaximum === undefined ? 100_000 : schema.exclusiveMaximum - 1)
  return { min: Math.max(min, -1e9), max: Math.min(Math.max(max, min), 1e9) }
}

function list(schema: Schema): Arbitrary<unknown[]> {
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map(fitting))
  const minLength = schema.minItems ?? 0
  return fc.array(fitting(schema.items ?? {}), {
    minLength,
    maxLength: Math.max(minLength, Math.min(schema.maxItems ?? longestArray, longestArray)),
  })
}

function record(schema: Schema): Arbitrary<unknown> {
  const named = Object.entries(schema.properties ?? {})
  if (named.length === 0 && typeof schema.additionalProperties === 'object')
    return fc.dictionary(
      fitting(schema.propertyNames ?? { type: 'string', maxLength: 20 }) as Arbitrary<string>,
      fitting(schema.additionalProperties),
      { maxKeys: 4 },
    )
  return fc.record(Object.fromEntries(named.map(([name, property]) => [name, fitting(property)])), {
    requiredKeys: schema.required ?? [],
  })
}
