/** Every ability of the console, in the order in which help shows them. */
import { caseAbilities, listAbilities, writingAbilities } from './cases/abilities.ts'
import type { Ability } from './shell/abilities.ts'
import { goAbilities, helpAbilities } from './shell/navigation.ts'

export const abilities: Ability[] = [
  ...listAbilities,
  ...caseAbilities,
  ...writingAbilities,
  ...goAbilities,
  ...helpAbilities,
]
