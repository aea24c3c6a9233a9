/** Say what it is about, tell us, add evidence and contact, submit: on one page. */
import { useRef } from 'preact/hooks'
import type { PortalView, Receipt } from '../../contract/feedback.ts'
import { EvidencePicker } from '../evidence/evidence-picker.tsx'
import { useTray } from '../evidence/use-tray.ts'
import { onDevice } from '../keeping.ts'
import { KnownList } from '../known/known-list.tsx'
import { go } from '../navigation.ts'
import type { QueuedSubmission } from '../offline/queue.ts'
import { QueueCard } from '../offline/queue-card.tsx'
import { Field, keepEnter } from '../pieces/field.tsx'
import { PageTitle } from '../pieces/page-title.tsx'
import { promiseAhead } from '../portal-view.ts'
import { keepReceipt } from '../receipts/receipts.ts'
import { donePath } from '../routes.ts'
import { useSettings } from '../settings.ts'
import { byWords } from '../times.ts'
import { ContactFields } from './contact-fields.tsx'
import { type Draft, dropDraft } from './draft.ts'
import { CategoryChoice, KindChoice } from './kind-choice.tsx'
import { categoriesOf, fieldsOf } from './submission.ts'
import { SubmitBar } from './submit-bar.tsx'
import { TemplateFields } from './template-fields.tsx'
import { TextBox } from './text-box.tsx'
import { useDraft, useKeptDraft } from './use-draft.ts'
import { useFocusOnFault } from './use-focus-on-fault.ts'
import { useSubmission } from './use-submission.ts'

interface SubmitPageProps {
  portal: PortalView
  workspace: string
  /** The categories or questions have changed under the person's hands. */
  onStale: () => void
}

export function SubmitPage({ portal, workspace, onStale }: SubmitPageProps) {
  const { words, locale } = useSettings()
  const { draft, isRestored, change, startOver } = useDraft(workspace)
  const { tray, pieces } = useTray(workspace, portal.limits, draft.evidence)
  useKeptDraft(workspace, draft, pieces)
  const form = useRef<HTMLFormElement>(null)

  const clear = () => {
    startOver()
    tray.clear()
  }
  const { send, stage, faults, error, clearFault } = useSubmission({
    portal,
    workspace,
    locale,
    tray,
    onStale,
    onKeyChanged: (submissionKey) => change({ submissionKey }),
    onReceived(receipt: Receipt, sent: Draft) {
      keepReceipt(onDevice, workspace, receipt, sent)
      dropDraft(onDevice, workspace)
      go(donePath(workspace, receipt.number))
    },
    onQueued() {
      clear()
      document.getElementById('main')?.focus()
      window.scrollTo(0, 0)
    },
  })
  useFocusOnFault(form.current, Object.keys(faults).join())

  const takeBack = ({ body, evidence }: QueuedSubmission) => {
    const text = [body.text, draft.text].filter(Boolean).join('\n\n')
    change({
      entry: body.entry,
      categoryId: body.categoryId ?? null,
      text,
      fields: { ...draft.fields, ...body.fields },
      contact: { ...draft.contact, ...body.contact },
    })
    void tray.add(
      evidence.flatMap(({ blob, name }) =>
        blob ? [new File([blob], name, { type: blob.type })] : [],
      ),
    )
  }
  const by = promiseAhead(portal)
  // The operator’s own words, in the one language they wrote them in.
  const greeting = locale === portal.locale ? portal.greeting.trim() : ''

  return (
    <>
      <div class="intro">
        <PageTitle>{words.submit.title}</PageTitle>
        {greeting && <p class="lead">{greeting}</p>}
        <p class="lead">
          {by ? words.submit.lead(byWords(by, { locale })) : words.submit.leadPlain}
        </p>
        <QueueCard workspace={workspace} takeBack={takeBack} />
      </div>
      <form
        ref={form}
        noValidate
        onKeyDown={keepEnter}
        onSubmit={(event) => {
          event.preventDefault()
          void send(draft)
        }}
      >
        {isRestored && (
          <p class="restored">
            {words.submit.restored}
            <button type="button" class="link" onClick={clear}>
              {words.submit.startOver}
            </button>
          </p>
        )}
        <KindChoice entry={draft.entry} choose={(entry) => change({ entry, categoryId: null })} />
        <CategoryChoice
          categories={categoriesOf(portal, draft)}
          chosen={draft.categoryId}
          choose={(categoryId) => change({ categoryId })}
        />
        <Field
          path="text"
          label={words.submit.text[draft.entry]}
          isRequired
          // How much is too much stands under the box already.
          fault={faults.text === 'too_long' ? undefined : faults.text}
        >
          {(aria) => (
            <TextBox
              aria={aria}
              value={draft.text}
              limit={portal.limits.text}
              placeholder={words.submit.textHint[draft.entry]}
              onChange={(text) => {
                change({ text })
                if (faults.text) clearFault('text')
              }}
            />
          )}
        </Field>
        <KnownList
          portal={portal}
          workspace={workspace}
          draft={draft}
          tray={tray}
          change={change}
          clear={clear}
        />
        <TemplateFields
          fields={fieldsOf(portal, draft)}
          answers={draft.fields}
          faults={faults}
          answer={(key, value) => {
            change({ fields: { ...draft.fields, [key]: value } })
            clearFault(`fields.${key}`)
          }}
        />
        <EvidencePicker tray={tray} pieces={pieces} limits={portal.limits} />
        <ContactFields
          key={draft.submissionKey}
          contact={draft.contact}
          faults={faults}
          change={(contact) => change({ contact })}
        />
        <SubmitBar portal={portal} stage={stage} faults={faults} error={error} />
      </form>
    </>
  )
}
