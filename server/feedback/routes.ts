import * as catalogue from '../../contract/categories.ts'
import { downloadFile } from '../../contract/files.ts'
import { type Binding, bind } from '../platform/http/bind.ts'
import { download } from './download.ts'
import { listCategories } from './list-categories.ts'
import { listTemplates } from './list-templates.ts'
import { changeCategory, createCategory } from './save-category.ts'
import { changeTemplate, createTemplate } from './save-template.ts'

export const feedbackRoutes: Binding[] = [
  bind(catalogue.listTemplates, listTemplates),
  bind(catalogue.createTemplate, createTemplate),
  bind(catalogue.changeTemplate, changeTemplate),
  bind(catalogue.listCategories, listCategories),
  bind(catalogue.createCategory, createCategory),
  bind(catalogue.changeCategory, changeCategory),
  bind(downloadFile, download),
]
