import * as contract from '../../contract/feedback.ts'
import { downloadFile } from '../../contract/files.ts'
import { type Binding, bind } from '../platform/http/bind.ts'
import { download } from './download.ts'
import { listCategories } from './list-categories.ts'
import { listTemplates } from './list-templates.ts'
import { changeCategory, createCategory } from './save-category.ts'
import { changeTemplate, createTemplate } from './save-template.ts'

export const feedbackRoutes: Binding[] = [
  bind(contract.listTemplates, listTemplates),
  bind(contract.createTemplate, createTemplate),
  bind(contract.changeTemplate, changeTemplate),
  bind(contract.listCategories, listCategories),
  bind(contract.createCategory, createCategory),
  bind(contract.changeCategory, changeCategory),
  bind(downloadFile, download),
]
