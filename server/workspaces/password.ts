/** Which passwords are too easily guessed to protect what customers told us. Pure. */

export const passwordLimits = { min: 10, max: 128 } as const

const commonStarts = [
  'password',
  'passw0rd',
  'p@ssword',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r',
  'qazwsxedc',
  'iloveyou',
  'woaini',
  'admin',
  'administrator',
  'welcome',
  'letmein',
  'abcdefg',
  'abc123',
  '123456',
  '987654',
  '5201314',
  'huiyin',
]
const rows = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']
/** Fewer different characters than this is a pattern. */
const fewestDifferent = 5
/** What remains besides a common word or a run must be at least so long. */
const shortestRest = 5

/** `known`: what everybody knows of the owner: mail address, names. */
export function isTooWeak(password: string, known: string[] = []): boolean {
  const lower = password.toLowerCase()
  if (new Set(lower).size < fewestDifferent) return true
  const words = [...commonStarts, ...known.flatMap(partsOf)]
  const rest = words
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), withoutRuns(lower))
  return rest.length < shortestRest
}

function partsOf(known: string): string[] {
  return known
    .toLowerCase()
    .split(/[@.\s_+-]+/)
    .filter((part) => part.length >= 3)
}

/** Without runs of five and more neighbours on the keyboard or in the alphabet, either way round. */
function withoutRuns(text: string): string {
  let left = text
  for (const row of [...rows, ...rows.map((row) => [...row].reverse().join(''))])
    for (let length = row.length; length >= 5; length--)
      for (let at = 0; at + length <= row.length; at++)
        left = left.replaceAll(row.slice(at, at + length), '')
  return left
}
