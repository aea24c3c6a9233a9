import { useSearch } from '@tanstack/react-router'
import { Input, Segmented, Skeleton } from 'antd'
import { useDeferredValue, useState } from 'react'
import { type ArticleLine, articleStates } from '../../contract/knowledge.ts'
import { PageLink, useGo } from '../go.tsx'
import { Empty } from '../ui/empty.tsx'
import { Failure } from '../ui/failure.tsx'
import { day, useNow } from '../ui/moment.ts'
import { MoreButton } from '../ui/more-button.tsx'
import { Page } from '../ui/page.tsx'
import { PageButton } from '../ui/page-button.tsx'
import { useName, useWords } from '../words/words.tsx'
import { useMay, useZone } from '../workspaces/viewer.tsx'
import { ArticleTag } from './article-tag.tsx'
import { useArticles } from './queries.ts'
import './knowledge.css'

/** Known answers: what is asked again and again, and how often each was of use. */
export function ArticlesPage() {
  const words = useWords()
  const say = words.knowledge
  const go = useGo()
  const mayManage = useMay('knowledge.manage')
  const { state: asked } = useSearch({ strict: false }) as { state?: string }
  const state = articleStates.find((one) => one === asked)
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useArticles({ state, ...(q ? { q } : {}) })
  const articles = found.data ?? []
  const [title = '', hint] = q || state ? say.emptyFound : say.empty
  const write = (
    <PageButton type="primary" page="knowledge/new">
      {say.write}
    </PageButton>
  )
  return (
    <Page title={say.title} hint={say.hint} acts={mayManage && write}>
      <div className="page-bar">
        <Segmented
          value={state ?? ''}
          onChange={(value) => go(value ? `knowledge?state=${value}` : 'knowledge')}
          options={[
            { value: '', label: say.inUse },
            ...articleStates.map((value) => ({ value, label: say.states[value] })),
          ]}
        />
        <Input
          allowClear
          className="page-search"
          placeholder={say.search}
          aria-label={say.search}
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div className="card card-list">
        {found.isPending && <Skeleton active paragraph={{ rows: 6 }} className="pad" />}
        {found.error && <Failure error={found.error} retry={() => found.refetch()} />}
        {found.data && articles.length === 0 && (
          <Empty icon="answer" title={title} hint={hint}>
            {!q && !state && mayManage && write}
          </Empty>
        )}
        {articles.map((article) => (
          <ArticleRow key={article.id} article={article} />
        ))}
      </div>
      <MoreButton found={found} />
    </Page>
  )
}

function ArticleRow({ article }: { article: ArticleLine }) {
  const words = useWords()
  const say = words.knowledge
  const name = useName()
  const zone = useZone()
  const now = useNow(60_000)
  const { uses } = article
  return (
    <PageLink page={`knowledge/${article.id}`} className="line">
      <span className="line-main">
        <strong className="clip">{article.title}</strong>
        <span className="line-about">
          <ArticleTag state={article.state} />
          {article.category && <span>{name(article.category)}</span>}
          <span>{say.variants(article.variants)}</span>
          {article.learned > 0 && (
            <span className="tone-warn">{say.toReview(article.learned)}</span>
          )}
          <span>
            {article.changedBy
              ? say.changedBy(article.changedBy.name, day(article.changedAt, now, zone, words.time))
              : say.ready}
          </span>
        </span>
      </span>
      <span className="line-figures">
        <strong>{say.solvedCount(uses.solved)}</strong>
        <span className="faint">{say.shownOpened(uses.shown, uses.opened)}</span>
      </span>
    </PageLink>
  )
}
