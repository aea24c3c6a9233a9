/** The small shapes every domain is made of: ids, texts, moments, pages, and the fixed labels. */
import { z } from 'zod'

/** UUIDv7 made by the server. */
export const Id = z.uuid()
/** An instant, ISO 8601 in UTC. */
export const Moment = z.iso.datetime()
/** A calendar day in the workspace's time zone, `2026-11-21`. */
export const Day = z.iso.date()
/** A day somebody asks about; PostgreSQL, for one, has no year 0. */
export const DayAsked = Day.refine((day) => day >= '1900-01-01', 'out_of_range')

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what we refuse
const controlCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/

/**
 * Text a person typed: trimmed, `max` UTF-16 units, line breaks and tabs allowed, other control
 * characters and broken surrogates refused. HTML is text like any other.
 */
export const Text = (max: number, min = 1) =>
  z
    .string()
    .max(max * 2 + 100)
    .transform((value) => value.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(min)
        .max(max)
        .refine((value) => !controlCharacters.test(value), 'control_characters')
        .refine((value) => value.isWellFormed(), 'broken_characters'),
    )

/** One line of text. */
export const Line = (max: number, min = 1) =>
  Text(max, min).refine((value) => !value.includes('\n'), 'line_break')

export const Slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'slug')
export const Email = z.email().max(254)

/** Opaque position in a list; give it back to get the next page. */
export const Cursor = z.string().max(400)
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: Cursor.nullable() })

/** `a,b,c` in a query string. */
export const listOf = <T extends z.ZodType<string, string>>(item: T) =>
  z
    .string()
    .max(2000)
    .transform((value) => value.split(',').filter((part) => part !== ''))
    .pipe(z.array(item).max(50))

export const locales = ['zh-CN', 'en'] as const
export const Locale = z.enum(locales)
export type Locale = z.infer<typeof Locale>

/** What kind of business the workspace runs; chooses the presets at set-up. */
export const businesses = ['mini_program', 'store', 'im', 'wallet', 'other'] as const
export const Business = z.enum(businesses)
export type Business = z.infer<typeof Business>

/** What a customer says they are doing: 反馈 / 建议 / 投诉. */
export const entries = ['feedback', 'suggestion', 'complaint'] as const
export const Entry = z.enum(entries)
export type Entry = z.infer<typeof Entry>

/** What understanding says a text is; see reading/README.md. */
export const kinds = ['bug', 'suggestion', 'question', 'complaint', 'praise', 'other'] as const
export const Kind = z.enum(kinds)
export type Kind = z.infer<typeof Kind>

export const sentiments = ['negative', 'neutral', 'positive'] as const
export const Sentiment = z.enum(sentiments)
export type Sentiment = z.infer<typeof Sentiment>

export const urgencies = ['low', 'normal', 'high', 'critical'] as const
export const Urgency = z.enum(urgencies)
export type Urgency = z.infer<typeof Urgency>

export const priorities = ['low', 'normal', 'high', 'urgent'] as const
export const Priority = z.enum(priorities)
export type Priority = z.infer<typeof Priority>

/** Where words arrive and leave. One value per folder in server/channels/. */
export const channelKinds = ['portal', 'api', 'import'] as const
export const ChannelKind = z.enum(channelKinds)
export type ChannelKind = z.infer<typeof ChannelKind>

/** A named thing as other things show it. */
export const Named = z.object({ id: Id, name: z.string() })
export type Named = z.infer<typeof Named>

/** A thing an operator names in Chinese and, if they like, in English. */
export const NamedTwice = z.object({ id: Id, name: z.string(), nameEn: z.string().nullable() })
export type NamedTwice = z.infer<typeof NamedTwice>

export const Nothing = z.object({})
