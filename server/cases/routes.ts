import * as assistance from '../../contract/case-assistance.ts'
import * as caseWork from '../../contract/case-work.ts'
import * as contract from '../../contract/cases.ts'
import * as erasure from '../../contract/erasure.ts'
import { downloadEvidence as downloadOwnEvidence } from '../../contract/files.ts'
import { findAnswers as findAnswersEndpoint } from '../../contract/knowledge.ts'
import * as tracking from '../../contract/track.ts'
import { type Binding, bind } from '../platform/http/bind.ts'
import { addNote } from './add-note.ts'
import { addToCase } from './add-to-case.ts'
import { answerCustomer } from './answer-customer.ts'
import { askErasure } from './ask-erasure.ts'
import { assignCase } from './assign-case.ts'
import { closeCase } from './close-case.ts'
import { confirmCase } from './confirm-case.ts'
import { confirmReading } from './confirm-reading.ts'
import { correctReading } from './correct-reading.ts'
import { countCases } from './count-cases.ts'
import { countListed } from './count-listed.ts'
import { downloadEvidence } from './download-evidence.ts'
import { draftAnswer } from './draft-answer.ts'
import { eraseCustomer } from './erase-customer.ts'
import { findAnswers } from './find-answers.ts'
import { listCases } from './list-cases.ts'
import { moveCase } from './move-case.ts'
import { previewErasure } from './preview-erasure.ts'
import { prioritiseCase } from './prioritise-case.ts'
import { reopenCase } from './reopen-case.ts'
import { revealCustomer } from './reveal-customer.ts'
import { showCase } from './show-case.ts'
import { summariseCase } from './summarise-case.ts'
import { takeBackJudgement } from './take-back-judgement.ts'
import { track } from './track.ts'
import { translateWords } from './translate-words.ts'
import { urgeCase } from './urge-case.ts'
import { withdrawCase } from './withdraw-case.ts'

export const casesRoutes: Binding[] = [
  bind(contract.listCases, listCases),
  bind(contract.countCases, countCases),
  bind(contract.countListed, countListed),
  bind(contract.showCase, showCase),
  bind(findAnswersEndpoint, findAnswers),
  bind(caseWork.answerCustomer, answerCustomer),
  bind(caseWork.addNote, addNote),
  bind(caseWork.assignCase, assignCase),
  bind(caseWork.prioritiseCase, prioritiseCase),
  bind(caseWork.moveCase, moveCase),
  bind(caseWork.closeCase, closeCase),
  bind(caseWork.reopenCase, reopenCase),
  bind(caseWork.correctReading, correctReading),
  bind(caseWork.confirmReading, confirmReading),
  bind(caseWork.takeBackJudgement, takeBackJudgement),
  bind(caseWork.revealCustomer, revealCustomer),
  bind(assistance.summariseCase, summariseCase),
  bind(assistance.draftAnswer, draftAnswer),
  bind(assistance.translateWords, translateWords),
  bind(erasure.previewErasure, previewErasure),
  bind(erasure.eraseCustomer, eraseCustomer),
  bind(tracking.track, track),
  bind(tracking.addToCase, addToCase),
  bind(tracking.urgeCase, urgeCase),
  bind(tracking.withdrawCase, withdrawCase),
  bind(tracking.confirmCase, confirmCase),
  bind(tracking.askErasure, askErasure),
  bind(downloadOwnEvidence, downloadEvidence),
]
