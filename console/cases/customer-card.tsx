import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { revealCustomer } from '../../contract/case-work.ts'
import type { CaseDetail } from '../../contract/cases.ts'
import { call } from '../api.ts'
import { PageLink } from '../go.tsx'
import { explain } from '../ui/failure.tsx'
import { day, useNow } from '../ui/moment.ts'
import { stringifySearch } from '../url-search.ts'
import { useWords } from '../words/words.tsx'
import { useZone } from '../workspaces/viewer.tsx'

/** Who says it. Contact details stay masked until someone asks, and that is recorded. */
export function CustomerCard(props: {
  detail: CaseDetail
  revealing: boolean
  reveal: () => void
  erase: () => void
}) {
  const { detail, revealing } = props
  const { customer } = detail
  const words = useWords()
  const zone = useZone()
  const now = useNow(60_000)
  const revealed = useQuery({
    queryKey: ['revealed', detail.id],
    queryFn: () => call(revealCustomer, { params: { caseId: detail.id }, body: {} }),
    enabled: revealing,
    // Looking is recorded: look once, and forget when the case is left.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  const identities =
    revealed.data?.identities ??
    customer.identities.map(({ kind, masked }) => ({ kind, value: masked }))
  const mayReveal = detail.can.includes('reveal') && customer.identities.length > 0
  return (
    <section>
      <h2>{words.cases.side.customer}</h2>
      <dl className="kv">
        <div>
          <dt>{words.cases.side.name}</dt>
          <dd>{customer.name ?? words.cases.unnamed}</dd>
        </div>
        {identities.map(({ kind, value }, index) => (
          <div key={`${kind}${customer.identities[index]?.masked}`}>
            <dt>{words.labels.identity[kind] ?? kind}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{words.cases.side.earlier}</dt>
          <dd>
            <PageLink page={`inbox${stringifySearch({ view: 'all', customer: customer.id })}`}>
              {words.cases.side.earlierCount(customer.cases)}
            </PageLink>
          </dd>
        </div>
        <div>
          <dt>{words.cases.side.first}</dt>
          <dd>{day(customer.firstSeenAt, now, zone, words.time)}</dd>
        </div>
      </dl>
      {wereContactsErased(detail) ? (
        <p className="faint">{words.cases.side.contactsErased}</p>
      ) : (
        customer.identities.length === 0 && <p className="faint">{words.cases.side.noContact}</p>
      )}
      {mayReveal && !revealed.data && (
        <Button size="small" loading={revealed.isFetching} onClick={props.reveal}>
          {words.cases.abilities.reveal}
        </Button>
      )}
      {revealed.data && <p className="faint">{words.cases.side.revealed}</p>}
      {revealed.error && <p className="tone-late">{explain(revealed.error, words)}</p>}
      {detail.can.includes('erase') && (
        <p>
          <Button size="small" type="text" danger className="erase" onClick={props.erase}>
            {words.cases.erasure.action}
          </Button>
        </p>
      )}
    </section>
  )
}

/** What is left then are ids; whoever came back since may have left an address again. */
function wereContactsErased({ customer, happenings }: CaseDetail): boolean {
  return (
    happenings.some(({ type }) => type === 'case.contacts_erased') &&
    !customer.identities.some(({ kind }) => kind === 'email' || kind === 'phone')
  )
}
