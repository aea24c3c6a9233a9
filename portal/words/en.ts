/** Every sentence customers read, in English. Same keys as the Chinese; the compiler checks. */
import { resolutions, states, track } from './en-case.ts'
import { errors } from './en-errors.ts'
import type { Words } from './zh.ts'

const solving = [
  'Someone takes it on; the progress page says who',
  'We find the cause and answer you',
  'You tell us whether it is really solved',
]

export const en: Words = {
  language: 'English',
  switchLanguage: '中文',
  bigText: 'Large text',
  normalText: 'Normal text',
  home: 'Write to us',
  mine: 'My submissions',
  skip: 'Skip to content',
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  loading: 'Opening…',
  optional: 'optional',
  required: 'required',
  kinds: {
    feedback: { name: 'Problem', about: 'it went wrong' },
    suggestion: { name: 'Idea', about: 'make it better' },
    complaint: { name: 'Complaint', about: 'put it right' },
  },
  number: (number) => `HY-${number}`,

  submit: {
    page: 'Feedback',
    title: 'Tell us what went wrong',
    lead: (by) => `A person answers ${by}, and you can see every step.`,
    leadPlain: 'A person reads and answers each one, and you can see every step.',
    kind: 'This is a',
    category: 'What is it about',
    text: {
      feedback: 'What happened',
      suggestion: 'What would you change',
      complaint: 'What happened',
    },
    textHint: {
      feedback: 'Which step, what you saw, what should have happened',
      suggestion: 'What is awkward today, and what you would like instead',
      complaint: 'How it went, and what you would like us to do',
    },
    left: (count) => `${count} characters left`,
    over: (count) => `${count} characters too long`,
    choose: 'Please choose',
    contact: 'How to reach you',
    contactWhy:
      'So that we can tell you about progress, and know you on another phone. You can submit and track without it.',
    name: 'Your name',
    email: 'Email',
    phone: 'Phone',
    button: 'Submit',
    sending: 'Submitting…',
    uploading: 'Waiting for your files…',
    data: (days) =>
      `Used only to handle this; contact details are deleted ${days} days after it is closed`,
    privacy: 'Privacy',
    restored: 'We kept what you had not finished last time.',
    startOver: 'Start over',
    fix: (count) =>
      count === 1 ? 'One thing needs your attention' : `${count} things need your attention`,
  },

  known: {
    title: 'There may be an answer already',
    found: (count) => (count === 1 ? 'One thing below may help' : `${count} things below may help`),
    solved: 'This solved it',
    glad: 'Good. You need not submit this.',
    clear: 'Clear what I wrote',
    states: {
      open: 'Known · being looked into',
      fixing: 'Known · being fixed',
      fixed: 'Fixed',
    },
    fixedIn: (release) =>
      `Fixed in ${release}. Please update and try again; if it is still there, go on and submit.`,
    customers: (count) =>
      count === 1 ? 'One customer has told us of it' : `${count} customers have told us of it`,
    meToo: 'I have this too, tell me when it is fixed',
    email: 'Your e-mail, to be told when it is fixed (optional; the track page says so, too)',
    joined: 'You have joined and will be told. Your number:',
    similar: (days) => {
      if (days === 0) return 'You told us of something similar today, and it is still open:'
      return `You told us of something similar ${days === 1 ? 'a day' : `${days} days`} ago, and it is still open:`
    },
    add: (number) => `Add to ${number}`,
    another: 'This is something else',
    withoutContact: 'The contact details below are not added with it.',
  },

  fields: {
    required: 'Please fill this in',
    required_text: 'Please say what happened; one sentence is enough',
    required_choice: 'Please choose one',
    too_long: 'Too long, please shorten it',
    too_short: 'Too short, please add a little',
    email: 'This does not look like an email address',
    phone: 'This does not look like a phone number; digits are enough',
    line_break: 'Only one line here',
    characters: 'It contains characters that cannot be kept; please remove them',
    other: 'Please check this',
  },

  evidence: {
    label: 'Screenshots or recordings',
    limits: (image, video, log, files) =>
      `images up to ${image}, videos ${video}, logs ${log}; at most ${files} files`,
    add: 'Add',
    camera: 'Camera',
    pasteHint: 'You can also paste or drop files here',
    preparing: 'Compressing',
    waiting: 'Waiting',
    uploading: (percent) => `${percent}% sent`,
    done: 'Uploaded',
    remove: (name) => `Remove ${name}`,
    cancel: (name) => `Cancel upload of ${name}`,
    retry: (name) => `Upload ${name} again`,
    progress: (name) => `Upload progress of ${name}`,
    offline: 'Continues when online',
    failed: 'Not sent; tap it to try again',
    leftOut: (count) => `No room for more files; ${count} of them not added`,
    image: 'Image',
    video: 'Video',
    log: 'Log',
    open: (name) => `Open ${name}`,
  },

  done: {
    page: 'Received',
    title: {
      feedback: 'We have received your report',
      suggestion: 'We have received your idea',
      complaint: 'We have received your complaint',
    },
    number: 'Your number',
    copy: 'Copy',
    copyLink: 'Copy link',
    copied: 'Copied',
    copyFailed: 'Select and copy it',
    code: 'Code',
    copyText: (number, code, link) => `Case ${number}\nCode ${code}\nTrack it: ${link}`,
    promised: (by) => `A person will answer you ${by}.`,
    promisedLate: 'We will answer you as soon as we can.',
    repeated: 'We already had this one; nothing was submitted twice.',
    next: 'What happens next',
    steps: {
      feedback: solving,
      suggestion: [
        'Someone takes it on; the progress page says who',
        'We consider it and answer you',
        'You tell us whether you are happy with the answer',
      ],
      complaint: solving,
    },
    keep: 'Please keep the link below. You need it to track, add or withdraw. Whoever has it can read your case, so do not pass it on.',
    track: 'Track progress',
    another: 'Write another',
    gone: 'This device has no record of it. If you have the code, look it up under “My submissions”.',
  },

  queue: {
    saved: 'Kept on this device; it is sent by itself once you are online',
    savedNote:
      'No need to write it again. It is also sent the next time you open this page; your number will appear here.',
    sending: 'Sending…',
    sendNow: 'Send now',
    remove: 'Delete, do not send',
    removeSure: 'It cannot be brought back. Delete it?',
    removeYes: 'Delete',
    removeNo: 'Keep',
    refused: 'This one could not be sent',
    edit: 'Take back and edit',
    sent: (number) => `Sent by itself, your number is ${number}`,
    evidence: (count) => (count === 1 ? '1 file' : `${count} files`),
  },

  own: {
    page: 'My submissions',
    title: 'My submissions',
    lead: 'What you submitted from this device. From another device, use the number and the code.',
    empty: 'Nothing has been submitted from this device yet.',
    forget: 'Remove from this device',
    forgetNote: 'It is only hidden here; we keep handling it.',
    find: 'Look up by number',
    findNumber: 'Number',
    findNumberHint: 'Like HY-1042; you can also paste the whole link',
    findCode: 'Code',
    findCodeHint: 'The letters and digits you were given after submitting',
    findButton: 'Look up',
    findWrong:
      'The number is HY- and digits; the code is the letters and digits at the end of your link.',
  },

  states,
  track,
  resolutions,

  survey: {
    page: 'Rate',
    about: (number) => `About ${number}`,
    scores: ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
    comment: 'Anything to add',
    button: 'Submit',
    sending: 'Submitting…',
    pick: 'Please pick one first',
    once: 'You can submit once; until then you can change it.',
    optOut: 'Do not ask me again',
    optOutSure: 'We will never ask you to rate us again. Are you sure?',
    optOutYes: 'Do not ask again',
    optOutNo: 'You may ask',
    answered: 'Thank you, we have your rating',
    answeredScore: (score) => `You chose “${score}”.`,
    expired: 'This survey is over',
    expiredWhy: 'If you have something to say, you can always write to us again.',
    declined: 'All right, we will not ask again',
    declinedWhy: 'You can still write to us at any time.',
    wrong: 'This survey cannot be opened',
    wrongWhy:
      'The link may be incomplete: please open it again from your message. Or the record may have been deleted.',
  },

  privacy: {
    title: 'Privacy',
    purpose: 'What for',
    purposeText: (name) =>
      `What you write, your files and your contact details are used by ${name} only to handle this, to answer you and to fix what went wrong. Not for marketing, and never sold.`,
    collect: 'What is collected',
    collectText:
      'What you write and upload; also browser type and screen size, to reproduce the problem. No contacts, no location, no other apps. While you write, your words are looked up among known answers and not kept; when you say that one solved it, they help others find it, without personal data.',
    keep: 'For how long',
    keepText: (days) =>
      `Contact details (name, email and phone) are deleted ${days} days after the last of your cases is closed, or once any news still on its way to you has left. What you wrote and what was done stays, to find the same problem again.`,
    who: 'Who sees it',
    whoText: (name) =>
      `The people at ${name} who handle it. Contact details are masked, and each look is recorded. Whoever has your link can read it too, so do not pass it on.`,
    erase: 'How to have it deleted',
    eraseText:
      'Open the progress page of your case and press “Delete my data” at the bottom. We make sure it is you, do it, and answer you there. Unsent drafts stay on your phone only.',
  },

  missing: {
    workspace: 'This page was not found',
    workspaceWhy:
      'The address may be mistyped, or this feedback page has been switched off. Open it again from the app or message, or ask whoever gave you the link.',
    page: 'There is no such page',
    pageWhy: 'The address may be incomplete. You can:',
    network: 'No connection',
    networkWhy: 'Please check your network and try again. What you have written is kept.',
    trouble: 'This cannot be opened right now',
  },

  errors,
}
