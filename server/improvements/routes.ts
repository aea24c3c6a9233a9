import * as candidates from '../../contract/candidates.ts'
import * as contract from '../../contract/improvements.ts'
import * as knowledge from '../../contract/knowledge.ts'
import { sumProblem as sumEndpoint } from '../../contract/problem-sums.ts'
import { type Binding, bind } from '../platform/http/bind.ts'
import {
  acceptCandidate,
  dismissCandidate,
  listCandidates,
  listSimilar,
  listSuggested,
  mergeCandidates,
  refuseSuggested,
  restoreCandidate,
  saySame,
  showCandidate,
  splitCandidate,
} from './candidates/index.ts'
import { changeProblem } from './change-problem.ts'
import { createProblem } from './create-problem.ts'
import { joinProblem } from './join-problem.ts'
import { linkCases, unlinkCase } from './link-cases.ts'
import { listProblems, showProblem } from './list-problems.ts'
import { listReleases } from './list-releases.ts'
import { keepPrivate, makePublic } from './make-public.ts'
import { changeRelease, createRelease, discardRelease } from './prepare-release.ts'
import { publishRelease } from './publish-release.ts'
import { suggest } from './suggest.ts'
import { sumProblem } from './sum-problem.ts'

export const improvementsRoutes: Binding[] = [
  bind(contract.listProblems, listProblems),
  bind(contract.showProblem, showProblem),
  bind(sumEndpoint, sumProblem),
  bind(contract.createProblem, createProblem),
  bind(contract.changeProblem, changeProblem),
  bind(contract.linkCases, linkCases),
  bind(contract.unlinkCase, unlinkCase),
  bind(candidates.listCandidates, listCandidates),
  bind(candidates.showCandidate, showCandidate),
  bind(candidates.acceptCandidate, acceptCandidate),
  bind(candidates.splitCandidate, splitCandidate),
  bind(candidates.mergeCandidates, mergeCandidates),
  bind(candidates.dismissCandidate, dismissCandidate),
  bind(candidates.restoreCandidate, restoreCandidate),
  bind(candidates.listSuggested, listSuggested),
  bind(candidates.refuseSuggested, refuseSuggested),
  bind(candidates.listSimilar, listSimilar),
  bind(candidates.saySame, saySame),
  bind(contract.makePublic, makePublic),
  bind(contract.keepPrivate, keepPrivate),
  bind(knowledge.suggest, suggest),
  bind(knowledge.joinProblem, joinProblem, { knowsRepeats: true }),
  bind(contract.listReleases, listReleases),
  bind(contract.createRelease, createRelease),
  bind(contract.changeRelease, changeRelease),
  bind(contract.publishRelease, publishRelease),
  bind(contract.discardRelease, discardRelease),
]
