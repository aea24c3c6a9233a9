import * as contract from '../../../contract/files.ts'
import { type Binding, bind } from '../http/bind.ts'
import { uploadEvidence, uploadFile } from './upload.ts'

/** Downloads are bound where it is known whose a file is: in feedback and cases. */
export const filesRoutes: Binding[] = [
  bind(contract.uploadEvidence, uploadEvidence),
  bind(contract.uploadFile, uploadFile),
]
