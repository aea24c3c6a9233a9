/** For the operator who wants to see how well their own labelled texts are read: reading/evaluate.ts at the terminal. */
import { evaluate } from '../../reading/evaluate.ts'

/** Prints JSON; exit status 2 with a sentence about what is wrong with the arguments. */
export function evaluateReadings(args: string[]): number {
  const result = evaluated(args)
  if (typeof result === 'string') {
    process.stderr.write(`${result}\n`)
    return 2
  }
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
  return 0
}

function evaluated(args: string[]): ReturnType<typeof evaluate> {
  try {
    return evaluate(args)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    // An option that is none, or a file that cannot be read: a sentence, not a trace.
    if (error instanceof Error && /^(ERR_PARSE_ARGS|ENOENT|EISDIR|EACCES|CSV_)/.test(code))
      return error.message
    throw error
  }
}
