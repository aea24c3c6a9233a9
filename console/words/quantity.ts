/** Numbers inside sentences. Chinese and English group digits alike. */
const grouped = new Intl.NumberFormat('en')

export function number(value: number): string {
  return grouped.format(value)
}

/** `1 case`, `2 cases`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped.format(count)} ${count === 1 ? one : many}`
}

const units = ['B', 'KB', 'MB', 'GB']
/** Bytes as people read them, `2.4 MB`. */
export function bytes(size: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(size, 1)) / 10), units.length - 1)
  const value = size / 1024 ** power
  return `${value >= 10 || power === 0 ? Math.round(value) : Number(value.toFixed(1))} ${units[power]}`
}
