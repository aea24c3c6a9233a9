import * as contract from '../../contract/quality.ts'
import { type Binding, bind } from '../platform/http/bind.ts'
import { chooseVersion, releaseVersion } from './choose-version.ts'
import { compareVersions } from './compare-versions.ts'
import { readQuality } from './read-quality.ts'

export const understandingRoutes: Binding[] = [
  bind(contract.readQuality, readQuality),
  bind(contract.compareVersions, compareVersions),
  bind(contract.chooseVersion, chooseVersion),
  bind(contract.releaseVersion, releaseVersion),
]
