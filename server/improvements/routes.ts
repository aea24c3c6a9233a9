import * as contract from '../../contract/improvements.ts'
import { type Binding, bind } from '../platform/http/bind.ts'
import { changeProblem } from './change-problem.ts'
import { createProblem } from './create-problem.ts'
import { linkCases, unlinkCase } from './link-cases.ts'
import { listProblems, showProblem } from './list-problems.ts'
import { listReleases } from './list-releases.ts'
import { changeRelease, createRelease, discardRelease } from './prepare-release.ts'
import { publishRelease } from './publish-release.ts'

export const improvementsRoutes: Binding[] = [
  bind(contract.listProblems, listProblems),
  bind(contract.showProblem, showProblem),
  bind(contract.createProblem, createProblem),
  bind(contract.changeProblem, changeProblem),
  bind(contract.linkCases, linkCases),
  bind(contract.unlinkCase, unlinkCase),
  bind(contract.listReleases, listReleases),
  bind(contract.createRelease, createRelease),
  bind(contract.changeRelease, changeRelease),
  bind(contract.publishRelease, publishRelease),
  bind(contract.discardRelease, discardRelease),
]
