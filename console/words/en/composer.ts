import { number } from '../quantity.ts'
import type { composer as original } from '../zh/composer.ts'

export const composer: typeof original = {
  reply: 'Reply',
  note: 'Note',
  replyHint: 'Write to the customer…',
  noteHint: 'Only the team sees this…',
  send: 'Send',
  saveNote: 'Save note',
  attach: 'Attach files',
  drop: 'Drop to attach',
  limits: (image, video, log, count) =>
    `Images ${image}, videos ${video}, logs ${log}, at most ${count} files`,
  uploading: 'Files are still uploading',
  tooMany: (count) => `At most ${count} files; the rest were left out.`,
  failed: 'Not sent. Your text is kept.',
  newer: 'Not sent yet: something happened while you were writing',
  newerSaid: (quoted) => `The customer added: ${quoted}`,
  newerAnswer: (by, quoted) => `${by} has just answered the customer: ${quoted}`,
  newerNote: (by, quoted) => `${by} has just left a note: ${quoted}`,
  newerClosed: (by) => `${by} has just closed the case`,
  sendAnyway: { reply: 'Send anyway', note: 'Save anyway' },
  look: 'Look first',
  draftKept: 'Draft kept on this computer',
  closedHint: 'The case is closed. Reopen it to reply.',
  readOnly: 'You may read this case but not reply.',
  over: (limit) => `Over the limit of ${number(limit)} characters`,
  length: (length, limit) => `${number(length)} / ${number(limit)}`,
}
