/** What is said on the progress page. */
import type { Words } from './zh.ts'

export const states: Words['states'] = {
  open: 'In progress',
  waiting: 'Waiting for you',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
  removed: 'Deleted',
}

const solved: Words['track']['verdict']['complaint'] = {
  ask: 'Is it solved?',
  yes: 'Solved',
  no: 'Not yet',
  more: 'What is missing?',
  moreHint: 'It helps us to be quick, but you need not write anything',
  send: 'Tell us it is not solved',
  ends: '',
}

export const track: Words['track'] = {
  page: 'Progress',
  by: (by) => `Answer ${by}`,
  late: 'We are later than we promised. We are sorry, and are on it.',
  steps: {
    received: {
      feedback: 'We received your report',
      suggestion: 'We received your idea',
      complaint: 'We received your complaint',
    },
    assigned: (name) => (name ? `${name} is looking after it` : 'Someone is looking after it'),
    urged: 'You asked us to hurry',
    answered: 'We answered you',
    added: 'You added something',
    closed: 'Closed',
    withdrawn: 'You withdrew it',
    reopened: 'Open again, we carry on',
    released: (version) => (version ? `Fixed, released in “${version}”` : 'Fixed and released'),
    confirmed: {
      feedback: 'You said it is solved',
      suggestion: 'You read our answer and had nothing to add',
      complaint: 'You said it is solved',
    },
    rejected: {
      feedback: 'You said it is not solved; we carry on',
      suggestion: 'You had more to say; we carry on',
      complaint: 'You said it is not solved; we carry on',
    },
    erasure_asked: 'You asked us to delete your data',
    erased: 'What you wrote, and the evidence, was deleted as you asked',
    rated: (score) => (score ? `You gave ${score} of 5` : 'You rated us'),
  },
  next: {
    answer: 'Waiting for our answer',
    reply: 'Waiting for your reply',
    confirm: 'Waiting for you to confirm',
  },
  timeline: 'Progress',
  talk: 'Conversation',
  you: 'You',
  us: (name) => name ?? 'Support',
  notice: 'Notice',
  notices: {
    received: (number, by) => `We have received it: ${number}. A person will answer you ${by}.`,
    closed: {
      solved: 'We have dealt with this. If it is not solved, add something and it opens again.',
      explained:
        'We have explained what happened. If questions remain, add something and it opens again.',
      not_solvable:
        'We are sorry: we cannot solve this for now. If something changes, add it and it opens again.',
      duplicate: 'This is the same matter as another of yours; we handle them together.',
      withdrawn: 'Withdrawn, as you asked.',
      no_reply: 'We have not heard from you, so we ended this. Add something and it opens again.',
    },
    released: (release) => `What you reported is fixed and released in “${release}”.`,
  },
  said: 'What you submitted',
  whole: 'Show all',
  less: 'Show less',
  noAnswer: 'No answer yet. It will appear here.',
  add: 'Add something',
  addHint: 'New facts, or an answer to our question',
  addSend: 'Send',
  addSending: 'Sending…',
  added: 'Added',
  addNothing: 'Please write a few words or add a file',
  addReopens: 'This opens it again and we carry on.',
  urge: 'Hurry us',
  urged: (name) => `Done. ${name ?? 'We'} will see that you asked`,
  urgeAgain: (at) => `Possible again: ${at}`,
  withdraw: 'Withdraw',
  withdrawSure: 'We stop handling it; to go on you would have to submit it again. Withdraw it?',
  withdrawWhy: 'Why you withdraw it',
  withdrawYes: 'Withdraw',
  withdrawNo: 'Keep it open',
  withdrawn: 'Withdrawn. We no longer handle it.',
  erase: 'Delete my data',
  eraseSure:
    'We make sure it is you, and then delete your name, e-mail and phone, and what you wrote and attached here. Nobody can bring it back, and we cannot go on with it. What the law makes us keep we tell you in an answer.',
  eraseYes: 'Ask for deletion',
  eraseNo: 'Keep it',
  eraseAsked: 'Passed on to our team. You will see the outcome here.',
  verdict: {
    feedback: solved,
    suggestion: {
      ask: 'Is our answer clear?',
      yes: 'Clear',
      no: 'I have more to say',
      more: 'What would you like to add?',
      moreHint: 'It helps us to answer, but you need not write anything',
      send: 'Answer me again',
      ends: '“Clear” closes it for now; if you think of something later, write again and it opens again.',
    },
    complaint: solved,
  },
  thanks: 'Thank you for telling us.',
  sorry: 'Understood. We carry on.',
  fresh: 'There is a new answer',
  updated: (at) => `Updated ${at}`,
  stale: 'Not connected right now; this is how it stood a moment ago.',
  wrong: 'This cannot be opened',
  wrongWhy:
    'The link may be incomplete, the code wrong, or the record deleted. Use the whole link you kept, or look it up with number and code.',
}

export const resolutions: Words['resolutions'] = {
  solved: 'Closed: solved',
  explained: 'Closed: explained',
  not_solvable: 'Closed: cannot be solved for now',
  duplicate: 'Closed: handled together with another one of yours',
  withdrawn: 'You withdrew it',
  no_reply: 'Closed because we did not hear from you; add something and it opens again',
}
