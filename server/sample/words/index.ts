/** Which words a kind of business is told in. All of them are made up. */
import type { Business } from '../../../contract/values.ts'
import type { BusinessWords, Matter, Story } from '../life/matter.ts'
import { readWords } from './read-words.ts'
import { imStory } from './stories/im.ts'
import { miniProgramStory } from './stories/mini-program.ts'
import { otherStory } from './stories/other.ts'
import { storeStory } from './stories/store.ts'
import { walletStory } from './stories/wallet.ts'

interface Recipe {
  story: Story
  /** Files beside this one; after a colon, the only matters taken from it. */
  files: readonly string[]
}

const recipes: Readonly<Record<Business, Recipe>> = {
  mini_program: {
    story: miniProgramStory,
    files: ['mini-program', 'app', 'app-ideas', 'everywhere'],
  },
  store: {
    story: storeStory,
    files: ['store', 'store-ideas', 'store-complaints', 'everywhere'],
  },
  im: {
    story: imStory,
    files: ['im', 'app:login,display,howto', 'app-ideas:easier', 'everywhere'],
  },
  wallet: {
    story: walletStory,
    files: [
      'wallet',
      'wallet-complaints',
      'app:function_fault,howto',
      'app-ideas:feature_idea,easier',
      'everywhere',
    ],
  },
  other: { story: otherStory, files: ['other', 'app', 'app-ideas', 'everywhere'] },
}

const told = new Map<Business, BusinessWords>()

/** Read when first needed, and kept. */
export function wordsOf(business: Business): BusinessWords {
  const known = told.get(business) ?? tell(recipes[business])
  told.set(business, known)
  return known
}

function tell({ story, files }: Recipe): BusinessWords {
  const all = files.flatMap(mattersIn)
  const outage = all.find(({ key }) => key === story.incident.matter)
  if (!outage) throw new Error(`nobody speaks of ${story.incident.matter}`)
  return { story, outage, matters: all.filter((matter) => matter !== outage) }
}

function mattersIn(file: string): Matter[] {
  const [name = '', only] = file.split(':')
  const matters = readWords(name)
  if (only === undefined) return matters
  const keys = only.split(',')
  return matters.filter(({ key }) => keys.includes(key))
}
