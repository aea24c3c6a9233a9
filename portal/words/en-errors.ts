/** One sentence per error code: what happened, what was kept, what to do. */
import type { Words } from './zh.ts'

export const errors: Words['errors'] = {
  general: 'That did not work, and it is not your fault. What you wrote is kept; please try later.',
  reference: (id) => `If you ask about it, mention ${id}`,
  tooManyUntil: (at) => `Too many tries. Please try again after ${at}. What you wrote is kept.`,
  codes: {
    network: 'No connection. What you wrote is kept; try again once you are online.',
    too_many: 'Too many tries. Please try again in a minute. What you wrote is kept.',
    invalid_input: 'Some entries need a correction; see the marks.',
    not_found: 'Not found. It may be deleted, or the link is incomplete.',
    not_signed_in: 'The code is wrong. Please check that the link is complete.',
    forbidden: 'The code is wrong. Please check that the link is complete.',
    too_large: 'That is too large. Please use fewer files or fewer words.',
    conflict: 'Something changed meanwhile. Please look at the progress first.',
    unavailable:
      'We are doing maintenance. Please try again in a few minutes. What you wrote is kept.',
    category_unknown: 'This category has just been closed. Please choose another.',
    field_required: 'Something required is still empty.',
    field_unknown:
      'The form has just changed. Please look again and submit; what you wrote is kept.',
    choice_unknown: 'An option has just changed. Please choose again.',
    line_break: 'One of the answers must be a single line.',
    evidence_unknown: 'A file has waited too long. Please remove it and add it again.',
    file_missing: 'No file arrived. Please choose it again.',
    file_empty: 'This file is empty. Please choose another.',
    file_too_large: 'This file is over the limit. Please cut it or choose another.',
    file_type_refused: 'This kind of file is not accepted. Use images, videos or text logs.',
    file_broken: 'This file seems damaged. Please choose another.',
    uploads_full:
      'Too many files are arriving. Try again later, or submit now and add files afterwards.',
    image_too_many_pixels: 'This image is too large. Please crop it.',
    not_uploaded:
      'A file has not arrived. Tap it to try again, or remove it and submit. What you wrote is kept.',
    evidence_refused:
      'A file could not be added; the reason is below the files. Choose another or remove it, then send again. What you wrote is kept.',
    heic: 'This is a HEIC photo, which this browser cannot convert. Take a screenshot of it, or set your camera to “Most Compatible”.',
    nothing_said: 'Please write a few words or add a file.',
    case_withdrawn: 'This one has been withdrawn. Please submit a new one.',
    case_already_closed: 'This one is closed. Add something to carry on.',
    urged_recently: 'You have just done that. Please wait a while.',
    nothing_to_confirm: 'Something changed meanwhile. Please look at the progress.',
    survey_answered: 'You have already rated this, thank you.',
    problem_not_open:
      'This has been fixed or is no longer followed. If you still have it, please submit it.',
    survey_expired: 'This survey is over.',
  },
}
