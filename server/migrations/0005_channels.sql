-- Where words arrive and leave.

create table channels (
  workspace_id uuid not null,
  id uuid not null,
  -- one value per folder in server/channels/
  kind text not null,
  name text not null,
  active boolean not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
select distribute('channels');

-- One row per thing told to a customer and way it leaves by.
create table deliveries (
  workspace_id uuid not null,
  id uuid not null,
  -- message | survey
  what text not null,
  -- the message, or the invitation
  about_id uuid not null,
  -- the case, which bears the id of the feedback that opened it, and its customer
  case_id uuid not null,
  customer_id uuid not null,
  -- track_page | mail
  by text not null,
  -- waiting | sent | failed
  state text not null,
  error text,
  -- of receipts by mail: the address, signed, so that nobody fills a stranger's mailbox;
  -- of releases by mail: the release and the address, signed, so that it is told once
  to_hash text,
  -- of surveys: the questions
  questions jsonb,
  -- tries the mail server did not take
  attempts smallint not null default 0,
  -- a sender is at it since; one that never comes back was interrupted
  claimed_at timestamptz,
  interruptions smallint not null default 0,
  -- while it waits: not before then
  next_try_at timestamptz,
  at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, about_id, by)
);
select distribute('deliveries');
create index deliveries_waiting on deliveries (workspace_id, next_try_at) where state = 'waiting';
create index deliveries_of_case on deliveries (workspace_id, case_id);
create index deliveries_to on deliveries (workspace_id, to_hash, at) where to_hash is not null;

create table imports (
  workspace_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  file_id uuid not null,
  name text not null,
  -- mapping | checking | checked | running | done | failed | undoing | undone
  state text not null,
  format text not null,
  encoding text not null,
  delimiter text,
  columns jsonb not null,
  -- the row that names the columns, from 1; null: all rows are data
  header_row smallint,
  -- the first rows as they stand, for choosing the header
  head jsonb not null,
  sample jsonb not null,
  -- for each column: ymd | mdy | dmy | unclear | null, by its first dates
  dates jsonb not null,
  mapping jsonb not null,
  -- data rows in the sheet, once counted
  rows integer,
  -- data rows dealt with: the place to go on from after a stop
  done integer not null default 0,
  accepted integer not null default 0,
  repeated integer not null default 0,
  rejected integer not null default 0,
  error text,
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  -- the sheet, its first rows and the cells of refused ones are erased, for the contact details in them
  sheet_erased_at timestamptz,
  primary key (workspace_id, id)
);
select distribute('imports');

create table import_rejections (
  workspace_id uuid not null,
  import_id uuid not null,
  -- data row, from 1
  row integer not null,
  code text not null,
  -- the column at fault, where one is
  field text,
  -- the row as it was, cell by cell
  cells jsonb not null,
  primary key (workspace_id, import_id, row)
);
select distribute('import_rejections');
