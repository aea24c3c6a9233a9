/** What our letters say, in the language of whoever reads them. */
import type { Resolution } from '../../../../contract/cases.ts'
import type { Entry, Locale } from '../../../../contract/values.ts'

export interface LetterWords {
  hello: (name: string | null) => string
  number: (number: number) => string
  thing: Record<Entry, string>
  subject: (workspace: string, text: string) => string
  yourWords: string
  open: string
  answerThere: string
  automatic: string
  attached: (count: number) => string
  receipt: {
    subject: (thing: string, number: string) => string
    body: (thing: string, number: string, by: string) => string
    keep: string
  }
  answer: {
    subject: (thing: string, number: string) => string
    subjectClosed: (thing: string, number: string) => string
    lead: (thing: string, number: string) => string
  }
  closed: {
    subject: (thing: string, number: string) => string
    outcome: Record<Resolution, string>
    still: string
  }
  news: { subject: (thing: string, number: string) => string }
  released: {
    subject: (entry: Entry, release: string) => string
    body: (entry: Entry, day: string, release: string) => string
    notes: string
    still: (entry: Entry) => string
  }
  survey: {
    subject: (number: string) => string
    body: (thing: string, number: string) => string
    tap: string
    scores: readonly [string, string, string, string, string]
    stop: string
  }
}

const zh: LetterWords = {
  hello: (name) => (name ? `${name}，您好：` : '您好：'),
  number: (number) => `HY-${number}`,
  thing: { feedback: '反馈', suggestion: '建议', complaint: '投诉' },
  subject: (workspace, text) => `【${workspace}】${text}`,
  yourWords: '您当时写的：',
  open: '查看进度',
  answerThere: '想补充或回复，请在进度页写给我们。直接回复这封邮件，我们收不到。',
  automatic: '这封邮件由系统自动发出。',
  attached: (count) => `另有 ${count} 个附件，请在进度页查看。`,
  receipt: {
    subject: (thing, number) => `已收到您的${thing}（${number}）`,
    body: (thing, number, by) =>
      `已收到您的${thing}，受理号 ${number}。\n我们会在 ${by} 前答复您。`,
    keep: '凭下面的链接随时可以查看进度、补充说明。拿到链接的人都能看到内容，请不要转发。',
  },
  answer: {
    subject: (thing, number) => `您的${thing}有了答复（${number}）`,
    subjectClosed: (thing, number) => `您的${thing}有了答复，已经处理完（${number}）`,
    lead: (thing, number) => `关于您的${thing}（${number}），我们的答复是：`,
  },
  closed: {
    subject: (thing, number) => `您的${thing}处理完了（${number}）`,
    outcome: {
      solved: '您提交的事，我们处理好了。',
      explained: '情况已经向您说明，这件事先告一段落。',
      not_solvable: '很抱歉，这件事目前还解决不了。我们记下了，有变化会告诉您。',
      duplicate: '这一条与您的另一条是同一件事，我们合并处理。',
      withdrawn: '已按您的意思撤回。',
      no_reply: '一直没等到您的回复，这件事先告一段落。',
    },
    still: '如果还没解决，在进度页补充说明就会重新打开，我们接着处理。',
  },
  news: { subject: (thing, number) => `您的${thing}有新进展（${number}）` },
  released: {
    subject: (entry, release) =>
      entry === 'suggestion'
        ? `您的建议已经实现，随「${release}」发布`
        : `您说的问题改好了，已随「${release}」发布`,
    body: (entry, day, release) =>
      entry === 'suggestion'
        ? `您在 ${day}提的建议，已经在「${release}」里实现了。谢谢您当时说出来。`
        : `您在 ${day}告诉我们的问题，已经在「${release}」里改好了。谢谢您当时说出来。`,
    notes: '这一版的变化：',
    still: (entry) =>
      entry === 'suggestion'
        ? '如果和您想的不一样，请在进度页告诉我们。'
        : '如果更新后还有问题，请在进度页告诉我们，我们接着处理。',
  },
  survey: {
    subject: (number) => `这件事，我们处理得怎么样？（${number}）`,
    body: (thing, number) => `您的${thing}（${number}）已经处理完了，想听听您的看法。`,
    tap: '点一项会打开评价页，提交一下就好，也可以写几句话。',
    scores: ['很不满意', '不满意', '一般', '满意', '很满意'],
    stop: '以后不想再被询问，打开上面任一链接，点「不再询问」。',
  },
}

const en: LetterWords = {
  hello: (name) => (name ? `Hello ${name},` : 'Hello,'),
  number: (number) => `HY-${number}`,
  thing: { feedback: 'feedback', suggestion: 'suggestion', complaint: 'complaint' },
  subject: (workspace, text) => `[${workspace}] ${text}`,
  yourWords: 'You wrote:',
  open: 'See how it stands',
  answerThere:
    'To add something or reply, please write on that page. Replies to this mail do not reach us.',
  automatic: 'This mail was sent automatically.',
  attached: (count) =>
    count === 1
      ? 'There is one attachment; please see the page.'
      : `There are ${count} attachments; please see the page.`,
  receipt: {
    subject: (thing, number) => `We have received your ${thing} (${number})`,
    body: (thing, number, by) =>
      `We have received your ${thing}. Its number is ${number}.\nYou will hear from us by ${by}.`,
    keep: 'Use this link to see how it stands or to add something. Anyone who has the link can read it, so please do not forward it.',
  },
  answer: {
    subject: (thing, number) => `An answer to your ${thing} (${number})`,
    subjectClosed: (thing, number) => `Your ${thing} has been answered and dealt with (${number})`,
    lead: (thing, number) => `Here is our answer to your ${thing} (${number}):`,
  },
  closed: {
    subject: (thing, number) => `Your ${thing} has been dealt with (${number})`,
    outcome: {
      solved: 'We have dealt with what you sent us.',
      explained: 'We have explained what happened, and leave it at that for now.',
      not_solvable:
        'We are sorry: we cannot solve this for now. We have noted it, and will tell you if that changes.',
      duplicate: 'This is the same matter as another of yours; we handle them together.',
      withdrawn: 'Taken back, as you asked.',
      no_reply: 'We have not heard from you, and leave it at that for now.',
    },
    still: 'If it is not solved, write to us on that page: it opens again and we carry on.',
  },
  news: { subject: (thing, number) => `News about your ${thing} (${number})` },
  released: {
    subject: (entry, release) =>
      entry === 'suggestion'
        ? `Your suggestion is now part of “${release}”`
        : `Fixed in “${release}”: what you told us about`,
    body: (entry, day, release) =>
      entry === 'suggestion'
        ? `What you suggested on ${day} is now part of “${release}”. Thank you for speaking up.`
        : `What you told us about on ${day} is fixed in “${release}”. Thank you for speaking up.`,
    notes: 'What is new:',
    still: (entry) =>
      entry === 'suggestion'
        ? 'If it is not what you had in mind, tell us on that page.'
        : 'If you still see it after updating, tell us on that page and we will carry on.',
  },
  survey: {
    subject: (number) => `How did we do? (${number})`,
    body: (thing, number) =>
      `Your ${thing} (${number}) has been dealt with, and we would like to know what you think.`,
    tap: 'Tap one and submit it on the page; you can add a few words there.',
    scores: ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
    stop: 'If you do not want to be asked again, open any link above and choose “Do not ask again”.',
  },
}

export const letterWords: Record<Locale, LetterWords> = { 'zh-CN': zh, en }
