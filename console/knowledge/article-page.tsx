import { useParams } from '@tanstack/react-router'
import { App, Button, Popconfirm, Skeleton } from 'antd'
import type { ArticleState, ArticleView } from '../../contract/knowledge.ts'
import { PageLink, useGo } from '../go.tsx'
import { Failure, useComplain } from '../ui/failure.tsx'
import { Icon } from '../ui/icon.tsx'
import { NotPermitted } from '../ui/not-permitted.tsx'
import { Page } from '../ui/page.tsx'
import { number } from '../words/quantity.ts'
import { useWords } from '../words/words.tsx'
import { useMay } from '../workspaces/viewer.tsx'
import { ArticleForm } from './article-form.tsx'
import { ArticleTag } from './article-tag.tsx'
import { LearnedVariants } from './learned-variants.tsx'
import { LightText } from './light-text.tsx'
import { useArticle, useChangeArticle } from './queries.ts'
import './knowledge.css'

/** One known answer: written, shown to customers, and how it fares. */
export function ArticlePage() {
  const words = useWords()
  const say = words.knowledge
  const go = useGo()
  const { articleId = '' } = useParams({ strict: false })
  const isNew = articleId === 'new'
  const mayManage = useMay('knowledge.manage')
  const found = useArticle(isNew ? null : articleId)
  const article = found.data
  const back = (
    <PageLink page="knowledge" className="page-back">
      <Icon name="back" size={14} /> {say.title}
    </PageLink>
  )
  if (isNew && !mayManage) return <NotPermitted />
  if (isNew)
    return (
      <Page title={say.write} before={back} hint={say.writeHint}>
        <div className="card">
          <ArticleForm saved={({ id }) => go(`knowledge/${id}`, { replace: true })} />
        </div>
      </Page>
    )
  if (found.error) return <Failure error={found.error} retry={() => found.refetch()} />
  if (!article)
    return (
      <Page title="" before={back}>
        <Skeleton active paragraph={{ rows: 8 }} />
      </Page>
    )
  return (
    <Page
      before={back}
      title={article.title}
      hint={<ArticleTag state={article.state} />}
      acts={mayManage && <Acts article={article} />}
    >
      <Uses article={article} />
      {article.learnedVariants.length > 0 && (
        <LearnedVariants article={article} mayManage={mayManage} />
      )}
      <div className="card">
        {mayManage ? (
          <ArticleForm key={article.id} article={article} />
        ) : (
          <LightText text={article.body} />
        )}
      </div>
    </Page>
  )
}

function Acts({ article }: { article: ArticleView }) {
  const say = useWords().knowledge
  const { message } = App.useApp()
  const complain = useComplain()
  const change = useChangeArticle()
  const move = (state: ArticleState, done: string) =>
    change
      .mutateAsync({ params: { articleId: article.id }, body: { state } })
      .then(() => void message.success(done), complain)
  return (
    <>
      {article.state !== 'archived' && (
        <Popconfirm
          title={say.archiveConfirm}
          okText={say.archive}
          onConfirm={() => move('archived', say.archived)}
        >
          <Button>{say.archive}</Button>
        </Popconfirm>
      )}
      {article.state === 'archived' && (
        <Button onClick={() => move('draft', say.restored)}>{say.restore}</Button>
      )}
      {article.state === 'published' && (
        <Button onClick={() => move('draft', say.takenBack)}>{say.takeBack}</Button>
      )}
      {article.state === 'draft' && (
        <Button
          type="primary"
          loading={change.isPending}
          onClick={() => move('published', say.published)}
        >
          {say.publish}
        </Button>
      )}
    </>
  )
}

function Uses({ article }: { article: ArticleView }) {
  const say = useWords().knowledge
  return (
    <div className="card">
      <div className="uses">
        {(['shown', 'opened', 'solved', 'inserted'] as const).map((what) => (
          <div key={what}>
            <strong>{number(article.uses[what])}</strong>
            <span className="faint">{say.uses[what]}</span>
          </div>
        ))}
      </div>
      <p className="faint">{article.state === 'published' ? say.usesHint : say.notShown}</p>
    </div>
  )
}
