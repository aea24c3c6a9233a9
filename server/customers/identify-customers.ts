import { sql } from 'kysely'
import type { Tx } from '../platform/ctx.ts'
import type { Author } from './author.ts'
import { type Identity, identitiesOf } from './identity.ts'
import { refusalCode, refusalsAt } from './survey-refusals.ts'

/** Who said a feedback. */
export interface Speaker {
  feedbackId: string
  author: Author
  at: Date
}

interface Person {
  customerId: string
  speakers: Speaker[]
  identities: Map<string, Identity>
}

const keyOf = ({ kind, value }: Pick<Identity, 'kind' | 'value'>) => `${kind} ${value}`

/**
 * Finds or makes the customer behind each feedback; answers feedback id → customer id. A proven
 * identity we know leads to its customer. What a guest typed proves nothing: it is kept as a way to
 * reach them, and never joins two people. A new customer takes the id of their first feedback, so
 * that doing it again makes nobody twice.
 */
export async function identifyCustomers(
  tx: Tx,
  speakers: readonly Speaker[],
): Promise<Map<string, string>> {
  const people = groupByProof(speakers)
  const known = await ownersOf(tx, people)
  for (const person of people) person.customerId = ownerOf(person, known) ?? person.customerId
  await holdKnown(tx, people, new Set(known.values()))
  await addCustomers(tx, people)
  await addProven(tx, people)
  await followWinners(tx, people)
  await addUnproven(tx, people)
  return new Map(
    people.flatMap((person) =>
      person.speakers.map(({ feedbackId }) => [feedbackId, person.customerId] as const),
    ),
  )
}

/** Those who share a proven identity are one person. */
function groupByProof(speakers: readonly Speaker[]): Person[] {
  const byProof = new Map<string, Person>()
  const people = new Set<Person>()
  for (const speaker of speakers) {
    const identities = identitiesOf(speaker.author)
    const proofs = identities.filter(({ proven }) => proven).map(keyOf)
    const same = [...new Set(proofs.flatMap((proof) => byProof.get(proof) ?? []))]
    const person: Person = same[0] ?? {
      customerId: speaker.feedbackId,
      speakers: [],
      identities: new Map(),
    }
    for (const other of same.slice(1)) {
      person.speakers.push(...other.speakers)
      for (const [key, identity] of other.identities) person.identities.set(key, identity)
      people.delete(other)
    }
    person.speakers.push(speaker)
    for (const identity of identities) {
      const key = keyOf(identity)
      if (identity.proven || !person.identities.has(key)) person.identities.set(key, identity)
    }
    for (const [key, { proven }] of person.identities) if (proven) byProof.set(key, person)
    people.add(person)
  }
  return [...people]
}

function provenOf(people: Person[]): { person: Person; identity: Identity }[] {
  return people.flatMap((person) =>
    [...person.identities.values()]
      .filter(({ proven }) => proven)
      .map((identity) => ({ person, identity })),
  )
}

/** The customers that proven identities belong to. */
async function ownersOf(tx: Tx, people: Person[]): Promise<Map<string, string>> {
  const values = [...new Set(provenOf(people).map(({ identity }) => identity.value))]
  if (values.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('identities')
    .select(['kind', 'value', 'customer_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('proven', '=', true)
    .where('kind', 'in', ['unionid', 'openid', 'external', 'email', 'phone'])
    .where('value', 'in', values)
    .execute()
  return new Map(rows.map((row) => [keyOf(row), row.customer_id]))
}

/** Two proven identities of two customers: the stronger one decides. */
function ownerOf(person: Person, known: Map<string, string>): string | undefined {
  for (const [key, { proven }] of person.identities) {
    const owner = proven ? known.get(key) : undefined
    if (owner !== undefined) return owner
  }
  return undefined
}

/**
 * Nobody erases the contact details of someone who is writing again: either they wait for the case this
 * becomes, or we for them. A name that was erased, or never said, is taken from what they say now.
 */
async function holdKnown(tx: Tx, people: Person[], ids: Set<string>): Promise<void> {
  if (ids.size === 0) return
  const rows = await tx.db
    .selectFrom('customers')
    .select(['id', 'name'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forKeyShare()
    .execute()
  const nameless = new Set(rows.filter(({ name }) => name === null).map(({ id }) => id))
  const named = people.flatMap((person) => {
    const name = nameless.has(person.customerId) ? nameOf(person) : null
    return name === null ? [] : [{ id: person.customerId, name }]
  })
  if (named.length === 0) return
  await sql`
    update customers c set name = said.name
    from (
      select held.id, n.name
      from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as n(id uuid, name text)
      join customers held on held.workspace_id = ${tx.workspaceId} and held.id = n.id
      where held.name is null
      order by held.id for no key update of held
    ) said
    where c.workspace_id = ${tx.workspaceId} and c.id = said.id`.execute(tx.db)
}

function nameOf({ speakers }: Person): string | null {
  return speakers.findLast(({ author }) => author.name)?.author.name ?? null
}

async function addCustomers(tx: Tx, people: Person[]): Promise<void> {
  const unknown = people.filter((person) =>
    person.speakers.some(({ feedbackId }) => feedbackId === person.customerId),
  )
  if (unknown.length === 0) return
  const refusals = await refusalsAt(
    tx,
    unknown.flatMap(({ identities }) => [...identities.values()]),
  )
  const refusedBy = ({ identities }: Person) =>
    [...identities.values()].flatMap((one) => refusals.get(refusalCode(tx, one)) ?? [])[0] ?? null
  await tx.db
    .insertInto('customers')
    .values(
      unknown.map((person) => ({
        workspace_id: tx.workspaceId,
        id: person.customerId,
        name: nameOf(person),
        locale: person.speakers.findLast(({ author }) => author.locale)?.author.locale ?? null,
        surveys_declined_at: refusedBy(person),
        created_at: new Date(Math.min(...person.speakers.map(({ at }) => at.getTime()))),
      })),
    )
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .execute()
}

/** In one order everywhere, so that two batches never wait for each other in a circle. */
async function addProven(tx: Tx, people: Person[]): Promise<void> {
  const proven = provenOf(people).sort((a, b) => (keyOf(a.identity) < keyOf(b.identity) ? -1 : 1))
  if (proven.length === 0) return
  await tx.db
    .insertInto('identities')
    .values(proven.map(({ person, identity }) => rowOf(tx, person, identity)))
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'kind', 'value']).where('proven', '=', true).doNothing(),
    )
    .execute()
}

/** Another process may have known the same person a moment earlier: theirs is the customer. */
async function followWinners(tx: Tx, people: Person[]): Promise<void> {
  const owners = await ownersOf(tx, people)
  const left: string[] = []
  for (const person of people) {
    const owner = ownerOf(person, owners)
    if (owner === undefined || owner === person.customerId) continue
    left.push(person.customerId)
    person.customerId = owner
  }
  if (left.length === 0) return
  await tx.db
    .deleteFrom('customers')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', left)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('identities')
            .select('identities.id')
            .where('identities.workspace_id', '=', tx.workspaceId)
            .whereRef('identities.customer_id', '=', 'customers.id'),
        ),
      ),
    )
    .execute()
}

async function addUnproven(tx: Tx, people: Person[]): Promise<void> {
  const said = people.flatMap((person) =>
    [...person.identities.values()]
      .filter(({ proven }) => !proven)
      .map((identity) => ({ person, identity })),
  )
  if (said.length === 0) return
  const there = await tx.db
    .selectFrom('identities')
    .select(['customer_id', 'kind', 'value'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('customer_id', 'in', [...new Set(said.map(({ person }) => person.customerId))])
    .execute()
  const had = new Set(there.map((row) => `${row.customer_id} ${keyOf(row)}`))
  const rows = said
    .filter(({ person, identity }) => !had.has(`${person.customerId} ${keyOf(identity)}`))
    .map(({ person, identity }) => rowOf(tx, person, identity))
  if (rows.length > 0) await tx.db.insertInto('identities').values(rows).execute()
}

function rowOf(tx: Tx, person: Person, identity: Identity) {
  return {
    workspace_id: tx.workspaceId,
    id: tx.newId(),
    customer_id: person.customerId,
    ...identity,
    created_at: tx.now(),
  }
}
