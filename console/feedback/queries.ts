import { useQuery } from '@tanstack/react-query'
import {
  changeCategory,
  changeTemplate,
  createCategory,
  createTemplate,
  listCategories,
  listTemplates,
} from '../../contract/categories.ts'
import type { CallOf } from '../../contract/endpoint.ts'
import { call } from '../api.ts'
import { useChange } from '../workspaces/queries.ts'

const calmMs = 5 * 60_000

export function useCategories() {
  return useQuery({
    queryKey: ['categories'],
    queryFn: () => call(listCategories),
    staleTime: calmMs,
    select: ({ items }) => items,
  })
}

export function useTemplates() {
  return useQuery({
    queryKey: ['templates'],
    queryFn: () => call(listTemplates),
    staleTime: calmMs,
    select: ({ items }) => items,
  })
}

type CategoryBody = CallOf<typeof createCategory>['body']
export const useSaveCategory = () =>
  useChange(['categories'], ({ categoryId, body }: { categoryId?: string; body: CategoryBody }) =>
    categoryId
      ? call(changeCategory, { params: { categoryId }, body })
      : call(createCategory, { body }),
  )

type TemplateBody = CallOf<typeof createTemplate>['body']
export const useSaveTemplate = () =>
  useChange(['templates'], ({ templateId, body }: { templateId?: string; body: TemplateBody }) =>
    templateId
      ? call(changeTemplate, { params: { templateId }, body })
      : call(createTemplate, { body }),
  )
