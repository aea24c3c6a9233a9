import { Form, Input, Select } from 'antd'
import { type ArticleView, articleLimits } from '../../contract/knowledge.ts'
import { entries } from '../../contract/values.ts'
import { useCategories } from '../feedback/queries.ts'
import { SaveForm } from '../ui/save-form.tsx'
import { useName, useWords } from '../words/words.tsx'
import { LightText } from './light-text.tsx'
import { useChangeArticle, useCreateArticle } from './queries.ts'

interface Written {
  title: string
  body: string
  entries: ArticleView['entries']
  categoryId: string | null
  /** One way to ask a line. */
  written: string
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Title, answer as customers will see it beside, and the ways to ask. */
export function ArticleForm(props: {
  article?: ArticleView
  /** A new one is there. */
  saved?: (article: ArticleView) => void
}) {
  const { article } = props
  const words = useWords()
  const say = words.knowledge
  const name = useName()
  const create = useCreateArticle()
  const change = useChangeArticle()
  const categories = (useCategories().data ?? []).filter(
    ({ archived, id }) => !archived || id === article?.category?.id,
  )
  const [form] = Form.useForm<Written>()
  const body = Form.useWatch('body', form) ?? article?.body ?? ''
  const ways = linesOf(Form.useWatch('written', form) ?? article?.written.join('\n') ?? '')
  const required = { required: true, whitespace: true, message: words.workspaces.required }
  return (
    <SaveForm<Written>
      form={form}
      initial={{
        title: article?.title ?? '',
        body: article?.body ?? '',
        entries: article?.entries ?? [],
        categoryId: article?.category?.id ?? null,
        written: article?.written.join('\n') ?? '',
      }}
      save={async ({ written, categoryId, ...rest }) => {
        const given = { ...rest, categoryId: categoryId ?? null, written: linesOf(written) }
        if (article) await change.mutateAsync({ params: { articleId: article.id }, body: given })
        else props.saved?.(await create.mutateAsync(given))
      }}
    >
      <Form.Item name="title" label={say.question} rules={[required]}>
        <Input
          autoFocus={!article}
          maxLength={articleLimits.title}
          placeholder={say.questionHint}
        />
      </Form.Item>
      <div className="article-body">
        <Form.Item name="body" label={say.answer} rules={[required]} extra={say.marksHint}>
          <Input.TextArea maxLength={articleLimits.body} autoSize={{ minRows: 8, maxRows: 24 }} />
        </Form.Item>
        <section aria-label={say.preview}>
          <span className="faint">{say.preview}</span>
          <div className="article-preview">
            {body.trim() ? <LightText text={body} /> : <p className="faint">{say.previewEmpty}</p>}
          </div>
        </section>
      </div>
      <Form.Item
        name="written"
        label={say.ways(ways.length)}
        extra={ways.length < 10 ? say.waysFew : say.waysHint}
        rules={[
          {
            validator: async (_, value: string) => {
              const lines = linesOf(value ?? '')
              const { written: most, variant: longest } = articleLimits
              if (lines.length > most) throw new Error(say.waysTooMany(most))
              if (lines.some(({ length }) => length > longest))
                throw new Error(say.wayTooLong(longest))
            },
          },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 20 }} placeholder={say.waysPlaceholder} />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="entries" label={say.entries}>
          <Select
            mode="multiple"
            allowClear
            placeholder={say.entriesAll}
            options={entries.map((value) => ({ value, label: words.labels.entry[value] }))}
          />
        </Form.Item>
        <Form.Item name="categoryId" label={say.category}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={words.shell.none}
            options={categories.map((category) => ({
              value: category.id,
              label: `${words.labels.entry[category.entry]} · ${name(category)}`,
            }))}
          />
        </Form.Item>
      </div>
    </SaveForm>
  )
}
