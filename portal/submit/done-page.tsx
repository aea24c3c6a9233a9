/** It has arrived: the number, when an answer comes, what happens next, the link to keep. */
import { onDevice } from '../keeping.ts'
import { follow } from '../navigation.ts'
import { CopyLink } from '../pieces/copy-link.tsx'
import { CopyNumber } from '../pieces/copy-number.tsx'
import { CheckIcon } from '../pieces/icons.tsx'
import { PageTitle } from '../pieces/page-title.tsx'
import { linkTo, receiptsOf } from '../receipts/receipts.ts'
import { minePath, submitPath, trackPath } from '../routes.ts'
import { useSettings } from '../settings.ts'
import { byWords } from '../times.ts'

export function DonePage({ workspace, number }: { workspace: string; number: number }) {
  const { words, locale } = useSettings()
  const receipt = receiptsOf(onDevice, workspace).find((kept) => kept.number === number)
  if (!receipt) {
    return (
      <div class="lone">
        <PageTitle>{words.number(number)}</PageTitle>
        <p>{words.done.gone}</p>
        <p class="ways">
          <a class="button" href={minePath(workspace)} onClick={follow}>
            {words.mine}
          </a>
        </p>
      </div>
    )
  }
  const isAhead = Date.parse(receipt.promisedAt) > Date.now()
  return (
    <>
      <div class="intro">
        <p class="seal">
          <CheckIcon />
        </p>
        <PageTitle>{words.done.title[receipt.entry]}</PageTitle>
        <p class="lead">
          {isAhead
            ? words.done.promised(byWords(receipt.promisedAt, { locale }))
            : words.done.promisedLate}
        </p>
        {receipt.isRepeated && <p class="lead">{words.done.repeated}</p>}
      </div>
      <div class="stack">
        <CopyNumber workspace={workspace} claim={receipt} />
        <section>
          <h2>{words.done.next}</h2>
          <ol class="steps">
            {words.done.steps[receipt.entry].map((step) => (
              <li key={step} class="next">
                {step}
              </li>
            ))}
          </ol>
        </section>
        <div class="note">
          <p>{words.done.keep}</p>
          <span class="address">
            {words.done.code} {receipt.code}
          </span>
          <span class="address">{linkTo(workspace, receipt, location.origin)}</span>
          <CopyLink link={linkTo(workspace, receipt, location.origin)} />
        </div>
        <a class="button" href={trackPath(workspace, receipt)} onClick={follow}>
          {words.done.track}
        </a>
        <a class="button plain" href={submitPath(workspace)} onClick={follow}>
          {words.done.another}
        </a>
      </div>
    </>
  )
}
