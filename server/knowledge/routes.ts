import * as contract from '../../contract/knowledge.ts'
import { type Binding, bind } from '../platform/http/bind.ts'
import { changeArticle } from './change-article.ts'
import { createArticle } from './create-article.ts'
import { listArticles, showArticle } from './list-articles.ts'
import { noteInsertion, noteUses } from './note-uses.ts'
import { keepVariant, removeVariant } from './review-variants.ts'

export const knowledgeRoutes: Binding[] = [
  bind(contract.listArticles, listArticles),
  bind(contract.showArticle, showArticle),
  bind(contract.createArticle, createArticle),
  bind(contract.changeArticle, changeArticle),
  bind(contract.keepVariant, keepVariant),
  bind(contract.removeVariant, removeVariant),
  bind(contract.noteInsertion, noteInsertion),
  bind(contract.noteUses, noteUses),
]
