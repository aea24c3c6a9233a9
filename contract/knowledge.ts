/** What we know: answers kept for questions that come again, and what customers see of them while typing. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Contact, Context, Receipt } from './feedback.ts'
import { FileTicket, fileLimits } from './files.ts'
import {
  Cursor,
  Entry,
  Id,
  Line,
  Locale,
  Moment,
  Named,
  NamedTwice,
  Nothing,
  page,
  Slug,
  Text,
} from './values.ts'

/** draft: the team's · published: shown to customers · archived: kept, shown to nobody */
export const articleStates = ['draft', 'published', 'archived'] as const
export const ArticleState = z.enum(articleStates)
export type ArticleState = z.infer<typeof ArticleState>

export const articleLimits = {
  title: 80,
  body: 4000,
  variant: 120,
  /** Ways to ask that members write. */
  written: 60,
  /** Ways to ask that were learned; the oldest makes room. */
  learned: 60,
  /** Articles of a workspace that are not archived. */
  kept: 1000,
} as const

/** How often, in the last thirty days. */
export const ArticleUses = z.object({
  /** Stood below what a customer was writing. */
  shown: z.number().int(),
  opened: z.number().int(),
  /** The customer said: that solved it. */
  solved: z.number().int(),
  /** A member put it into an answer. */
  inserted: z.number().int(),
})
export type ArticleUses = z.infer<typeof ArticleUses>

const ArticleLine = z.object({
  id: Id,
  title: z.string(),
  entries: z.array(Entry),
  category: NamedTwice.nullable(),
  state: ArticleState,
  variants: z.number().int(),
  /** Learned ways to ask that nobody has looked at. */
  learned: z.number().int(),
  uses: ArticleUses,
  changedBy: Named.nullable(),
  changedAt: Moment,
})
export type ArticleLine = z.infer<typeof ArticleLine>

export const ArticleView = ArticleLine.extend({
  /** Plain text; `- ` and `1. ` make lists, `**bold**`, links with http(s) only. */
  body: z.string(),
  /** Ways to ask, as members wrote them. */
  written: z.array(z.string()),
  /** As customers asked whom it helped; personal data masked. */
  learnedVariants: z.array(z.object({ id: Id, text: z.string(), at: Moment })),
  createdAt: Moment,
})
export type ArticleView = z.infer<typeof ArticleView>

const read = { audience: 'member', permission: 'knowledge.read' } as const
const manage = { audience: 'member', permission: 'knowledge.manage' } as const
const params = z.object({ articleId: Id })

export const listArticles = endpoint({
  ...read,
  id: 'knowledge.listArticles',
  method: 'GET',
  path: '/api/v1/articles',
  summary: 'Known answers, last changed first',
  query: z.strictObject({
    state: ArticleState.optional(),
    q: Line(100, 0).optional(),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: page(ArticleLine),
  errors: ['cursor_invalid'],
})

export const showArticle = endpoint({
  ...read,
  id: 'knowledge.showArticle',
  method: 'GET',
  path: '/api/v1/articles/:articleId',
  summary: 'One known answer',
  params,
  reply: ArticleView,
})

const words = {
  title: Line(articleLimits.title),
  body: Text(articleLimits.body),
  entries: z.array(Entry).max(3),
  categoryId: Id.nullable(),
  written: z.array(Line(articleLimits.variant)).max(articleLimits.written),
}

export const createArticle = endpoint({
  ...manage,
  id: 'knowledge.createArticle',
  method: 'POST',
  path: '/api/v1/articles',
  summary: 'Write a known answer; a draft until it is published',
  body: z.strictObject({
    ...words,
    entries: words.entries.default([]),
    categoryId: words.categoryId.default(null),
    written: words.written.default([]),
  }),
  reply: ArticleView,
  status: 201,
  errors: ['category_unknown', 'articles_full'],
})

export const changeArticle = endpoint({
  ...manage,
  id: 'knowledge.changeArticle',
  method: 'PATCH',
  path: '/api/v1/articles/:articleId',
  summary: 'Change a known answer; publish it, take it back, archive it',
  params,
  body: z.strictObject({
    title: words.title.optional(),
    body: words.body.optional(),
    entries: words.entries.optional(),
    categoryId: words.categoryId.optional(),
    written: words.written.optional(),
    state: ArticleState.optional(),
  }),
  reply: ArticleView,
  errors: ['category_unknown', 'articles_full'],
})

const variant = z.object({ articleId: Id, variantId: Id })

export const keepVariant = endpoint({
  ...manage,
  id: 'knowledge.keepVariant',
  method: 'POST',
  path: '/api/v1/articles/:articleId/variants/:variantId/keep',
  summary: 'A learned way to ask is right: it stands among the written ones from now on',
  params: variant,
  body: z.strictObject({}),
  reply: ArticleView,
  errors: ['variants_full'],
})

export const removeVariant = endpoint({
  ...manage,
  id: 'knowledge.removeVariant',
  method: 'DELETE',
  path: '/api/v1/articles/:articleId/variants/:variantId',
  summary: 'A learned way to ask is wrong: it goes',
  params: variant,
  reply: ArticleView,
})

export const noteInsertion = endpoint({
  audience: 'member',
  permission: 'cases.handle',
  id: 'knowledge.noteInsertion',
  method: 'POST',
  path: '/api/v1/articles/:articleId/insertions',
  summary: 'A member puts a known answer into what they write to a customer',
  params,
  body: z.strictObject({}),
  reply: Nothing,
})

/** A published answer, as whoever looks for one gets it. */
export const KnownAnswer = z.object({
  id: Id,
  title: z.string(),
  body: z.string(),
})
export type KnownAnswer = z.infer<typeof KnownAnswer>

export const findAnswers = endpoint({
  audience: 'member',
  permission: 'cases.read',
  id: 'cases.findAnswers',
  method: 'GET',
  path: '/api/v1/cases/:caseId/answers',
  summary: 'Known answers that may fit what the customer said',
  params: z.object({ caseId: Id }),
  reply: z.object({ items: z.array(KnownAnswer) }),
})

const workspace = z.object({ workspace: Slug })
const visitor = { audience: 'public' } as const
/** More than this of what is being written is not looked at. */
export const longestQuery = 1000

/** A problem the team has made public, while it is worth knowing of. */
export const KnownProblem = z.object({
  id: Id,
  title: z.string(),
  note: z.string(),
  state: z.enum(['open', 'fixing', 'fixed']),
  /** Of a fixed one: the release that fixed it. */
  fixedIn: z.string().nullable(),
  /** Distinct customers of the cases that show it. */
  customers: z.number().int(),
})
export type KnownProblem = z.infer<typeof KnownProblem>

export const suggest = endpoint({
  ...visitor,
  id: 'improvements.suggest',
  method: 'POST',
  path: '/api/portal/:workspace/suggestions',
  summary: 'What is known already of what a customer is writing: answers and problems',
  params: workspace,
  body: z.strictObject({
    text: z.string().max(longestQuery * 2),
    entry: Entry.optional(),
  }),
  reply: z.object({ answers: z.array(KnownAnswer), problems: z.array(KnownProblem) }),
})

export const noteUses = endpoint({
  ...visitor,
  id: 'knowledge.noteUses',
  method: 'POST',
  path: '/api/portal/:workspace/answers/uses',
  summary: 'Which known answers a customer saw and opened, and which one solved it',
  params: workspace,
  body: z.strictObject({
    shown: z.array(Id).max(20).default([]),
    opened: z.array(Id).max(20).default([]),
    solved: Id.optional(),
    /** What they had been writing when it was solved: a way to ask, learned from. */
    text: z
      .string()
      .max(longestQuery * 2)
      .default(''),
  }),
  reply: Nothing,
})

export const joinProblem = endpoint({
  ...visitor,
  id: 'improvements.joinProblem',
  method: 'POST',
  path: '/api/portal/:workspace/problems/:problemId/me-too',
  summary: '我也遇到了: a customer has a known problem too, and is told when it is fixed',
  params: z.object({ workspace: Slug, problemId: Id }),
  body: z.strictObject({
    /** What they had written by then, if anything. */
    text: Text(5000, 0).default(''),
    contact: Contact.default({}),
    context: Context.default({}),
    evidence: z.array(FileTicket).max(fileLimits.perFeedback).default([]),
    locale: Locale.optional(),
    /** Made once for each problem by the face: the same key twice is one. */
    submissionKey: z.uuid(),
  }),
  reply: Receipt,
  status: 201,
  errors: ['problem_not_open', 'evidence_unknown'],
})
