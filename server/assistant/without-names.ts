/** Names are no pattern to be found by; those we know are taken out of what leaves the house. Pure. */
export function withoutNames(text: string, names: readonly (string | null | undefined)[]): string {
  let hidden = text
  const known = names.flatMap((name) => name?.trim() ?? []).filter((name) => name.length > 1)
  // The longest first: a name may hold another.
  for (const name of known.toSorted((a, b) => b.length - a.length))
    hidden = hidden.replaceAll(name, '［姓名］')
  return hidden
}
