-- What customers said, and what is said in return.

create table templates (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  name_en text,
  -- contract TemplateField[]
  fields jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
select distribute('templates');

create table categories (
  workspace_id uuid not null,
  id uuid not null,
  -- feedback | suggestion | complaint
  entry text not null,
  name text not null,
  name_en text,
  template_id uuid,
  -- who gets cases of this category
  team_id uuid,
  assignee_id uuid,
  position integer not null,
  archived_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, entry, name)
);
select distribute('categories');

-- Immutable, but for contact details, which are erased when they have been kept as long as promised.
create table feedback (
  workspace_id uuid not null,
  id uuid not null,
  -- the human number; a case opened by this feedback carries the same
  number bigint not null,
  channel_id uuid not null,
  -- channel kind at the time
  channel_kind text not null,
  import_id uuid,
  -- the same key on the same channel twice is one feedback
  submission_key text,
  -- sha256 of the request under an Idempotency-Key; another request under it is refused
  request_hash text,
  entry text not null,
  category_id uuid,
  text text not null,
  -- contract Answered[]: answers with the words they were asked with
  fields jsonb not null,
  context jsonb not null,
  -- { name?, email?, phone?, openid?, unionid?, external?, locale?, vouched? } as given; becomes identities
  author jsonb not null,
  -- when it was said; earlier than received_at for imports
  said_at timestamptz not null,
  received_at timestamptz not null,
  -- what we promised on receipt
  promised_at timestamptz not null,
  -- the case is opened already closed, as a record of the past
  history boolean not null,
  primary key (workspace_id, id)
);
select distribute('feedback');
create unique index feedback_number on feedback (workspace_id, number);
create unique index feedback_submission on feedback (workspace_id, channel_id, submission_key) where submission_key is not null;
create index feedback_of_import on feedback (workspace_id, import_id, id) where import_id is not null;

-- What is said in a case: by the customer, by members, and notes among members.
create table messages (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- in | out | note | notice
  direction text not null,
  -- member who wrote it; null for customers and the system
  member_id uuid,
  text text not null,
  -- for notices: { name, values }, so that every face says it in its own language
  notice jsonb,
  submission_key text,
  at timestamptz not null,
  primary key (workspace_id, id)
);
select distribute('messages');
create index messages_of_case on messages (workspace_id, case_id, id);
create unique index messages_submission on messages (workspace_id, case_id, submission_key) where submission_key is not null;

-- Files that belong to a feedback or a message.
create table evidence (
  workspace_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  feedback_id uuid,
  message_id uuid,
  position integer not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, file_id) references files (workspace_id, id),
  check ((feedback_id is null) <> (message_id is null))
);
select distribute('evidence');
create index evidence_of_feedback on evidence (workspace_id, feedback_id) where feedback_id is not null;
create index evidence_of_message on evidence (workspace_id, message_id) where message_id is not null;
create index evidence_of_file on evidence (workspace_id, file_id);
