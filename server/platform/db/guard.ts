/**
 * Refuses any query on a tenant table that does not pin `workspace_id`, before it reaches the
 * database: a forgotten workspace must be impossible, not unlikely.
 */
import {
  AliasNode,
  ColumnNode,
  IdentifierNode,
  type KyselyPlugin,
  type OperationNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  RawNode,
  ReferenceNode,
  type RootOperationNode,
  TableNode,
  type UnknownRow,
} from 'kysely'

/** Tables that belong to the installation, not to one workspace. */
export const globalTables: ReadonlySet<string> = new Set([
  'installation',
  'workspaces',
  'accounts',
  'sessions',
  'credentials',
  'verifications',
  'two_factors',
  'sign_in_attempts',
  'memberships',
  'schema_migrations',
])

export class UnpinnedQuery extends Error {
  constructor(table: string) {
    super(
      `A query touches "${table}" without pinning workspace_id. Add .where('workspace_id', '=', ctx.workspaceId) ` +
        `(for a join: .onRef('a.workspace_id', '=', 'b.workspace_id')), or move it to platform/ if it truly spans workspaces.`,
    )
  }
}

export class WorkspaceGuard implements KyselyPlugin {
  transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    check(args.node)
    return args.node
  }
  async transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return args.result
  }
}

/** What the four kinds of query have in common, each in part. */
interface Query extends OperationNode {
  table?: OperationNode
  into?: OperationNode
  from?: { froms: readonly OperationNode[] }
  using?: { tables: readonly OperationNode[] }
  joins?: readonly (OperationNode & { table: OperationNode })[]
  where?: OperationNode
}

interface Named {
  table: string
  alias: string
}

/** Walks the whole tree; each query in it (sub-queries too) answers for its own tables. */
function check(node: OperationNode, ctes: ReadonlySet<string> = new Set(), inRaw = false): void {
  const known = new Set([...ctes, ...cteNames(node)])
  if (isQuery(node)) checkQuery(node, known)
  const raw = RawNode.is(node)
  if (raw && !inRaw) checkRaw(node)
  for (const child of childrenOf(node)) check(child, known, inRaw || raw)
}

function isQuery(node: OperationNode): boolean {
  return ['SelectQueryNode', 'UpdateQueryNode', 'DeleteQueryNode', 'InsertQueryNode'].includes(
    node.kind,
  )
}

function checkQuery(node: OperationNode, ctes: ReadonlySet<string>): void {
  const tables = tablesOf(node).filter(({ table }) => !globalTables.has(table) && !ctes.has(table))
  if (tables.length === 0) return
  if (node.kind === 'InsertQueryNode') {
    const columns = (node as { columns?: readonly ColumnNode[] }).columns ?? []
    if (!columns.some((column) => column.column.name === 'workspace_id'))
      throw new UnpinnedQuery((tables[0] as Named).table)
    return
  }
  const pinned = pinnedAliases(node, tables)
  for (const named of tables) if (!pinned.has(named.alias)) throw new UnpinnedQuery(named.table)
}

/** Aliases whose workspace_id is compared in WHERE, ON or USING. */
function pinnedAliases(node: OperationNode, tables: Named[]): Set<string> {
  const pinned = new Set<string>()
  const { where, joins = [] } = node as Query
  const conditions = [where, ...joins]
  const visit = (part: OperationNode | undefined): void => {
    if (!part || isQuery(part)) return
    if (
      ReferenceNode.is(part) &&
      ColumnNode.is(part.column) &&
      part.column.column.name === 'workspace_id'
    ) {
      const alias = part.table?.table.identifier.name
      if (alias) pinned.add(alias)
      else if (tables.length === 1) pinned.add((tables[0] as Named).alias)
      return
    }
    if (RawNode.is(part)) {
      const text = part.sqlFragments.join(' ')
      for (const { alias } of tables)
        if (
          new RegExp(`\\b${alias}\\.workspace_id\\b`).test(text) ||
          (tables.length === 1 && /\bworkspace_id\b/.test(text))
        )
          pinned.add(alias)
    }
    for (const child of childrenOf(part)) visit(child)
  }
  for (const condition of conditions) visit(condition)
  return pinned
}

function tablesOf(node: OperationNode): Named[] {
  const { table, into, from, joins = [], using } = node as Query
  const own = [table, into].filter((part) => part !== undefined)
  const joined = joins.map((join) => join.table)
  return [...own, ...(from?.froms ?? []), ...joined, ...(using?.tables ?? [])].flatMap(named)
}

function named(node: OperationNode): Named[] {
  if (TableNode.is(node)) {
    const table = node.table.identifier.name
    return [{ table, alias: table }]
  }
  if (AliasNode.is(node) && TableNode.is(node.node)) {
    const alias = IdentifierNode.is(node.alias) ? node.alias.name : ''
    return [{ table: node.node.table.identifier.name, alias }]
  }
  return []
}

/** Raw SQL, with the pieces it is put together from, must at least speak of workspace_id. */
function checkRaw(node: RawNode): void {
  const text = rawText(node)
  if (/\bworkspace_id\b/.test(text)) return
  const tables = [
    ...text.matchAll(/\b(?:from|join|(?<!for )update|into)\s+"?([a-z_]+)\b"?(?!\s*\()/gi),
  ].map(([, table]) => table as string)
  const table = tables.find(
    (name) => !globalTables.has(name) && !/^(select|unnest|lateral)$/i.test(name),
  )
  if (table) throw new UnpinnedQuery(table)
}

function rawText(node: RawNode): string {
  return [
    ...node.sqlFragments,
    ...node.parameters.filter((part) => RawNode.is(part)).map((part) => rawText(part as RawNode)),
  ].join(' ')
}

function cteNames(node: OperationNode): string[] {
  const expressions =
    (
      node as {
        with?: { expressions?: { name: { table: { table: { identifier: { name: string } } } } }[] }
      }
    ).with?.expressions ?? []
  return expressions.map((expression) => expression.name.table.table.identifier.name)
}

function childrenOf(node: OperationNode): OperationNode[] {
  return Object.values(node).flatMap((value) => {
    if (Array.isArray(value)) return value.filter(isNode)
    return isNode(value) ? [value] : []
  })
}

function isNode(value: unknown): value is OperationNode {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
  )
}
