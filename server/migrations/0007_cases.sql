-- What we must put right.

create table cases (
  workspace_id uuid not null,
  id uuid not null,
  number bigint not null,
  -- the feedback that opened it
  feedback_id uuid not null,
  customer_id uuid not null,
  channel_id uuid not null,
  import_id uuid,
  entry text not null,
  category_id uuid,
  -- first words, personal data masked
  title text not null,
  -- from the reading
  kind text,
  sentiment text,
  urgency text,
  risks text[] not null default '{}',
  -- open | waiting | closed
  state text not null,
  resolution text,
  priority text not null,
  team_id uuid,
  assignee_id uuid,
  problem_id uuid,
  urges integer not null default 0,
  urged_at timestamptz,
  opened_at timestamptz not null,
  -- the newest thing said or done
  active_at timestamptz not null,
  first_reply_at timestamptz,
  promised_at timestamptz not null,
  -- running | kept | broken | void
  promise text not null,
  closed_at timestamptz,
  -- customer said so: true solved, false not
  confirmed boolean,
  confirmed_at timestamptz,
  -- survey score, 1–5
  score smallint,
  version integer not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers (workspace_id, id)
);
select distribute('cases');
create unique index cases_number on cases (workspace_id, number);
create unique index cases_of_feedback on cases (workspace_id, feedback_id);
create index cases_newest on cases (workspace_id, opened_at desc, id desc);
create index cases_by_state on cases (workspace_id, state, opened_at desc, id desc);
create index cases_by_assignee on cases (workspace_id, assignee_id, state, opened_at desc, id desc) where assignee_id is not null;
create index cases_by_team on cases (workspace_id, team_id, state, opened_at desc, id desc) where team_id is not null;
create index cases_unassigned on cases (workspace_id, opened_at desc, id desc) where assignee_id is null and state <> 'closed';
create index cases_by_channel on cases (workspace_id, channel_id, opened_at desc, id desc);
create index cases_by_category on cases (workspace_id, category_id, opened_at desc, id desc);
create index cases_by_kind on cases (workspace_id, kind, opened_at desc, id desc);
create index cases_by_sentiment on cases (workspace_id, sentiment, opened_at desc, id desc);
create index cases_of_customer on cases (workspace_id, customer_id, opened_at desc, id desc);
create index cases_of_problem on cases (workspace_id, problem_id, opened_at desc, id desc) where problem_id is not null;
create index cases_of_import on cases (workspace_id, import_id, opened_at desc, id desc) where import_id is not null;
create index cases_due on cases (workspace_id, promised_at, id) where promise = 'running';
create index cases_scored on cases (workspace_id, score, opened_at desc, id desc) where score is not null;

-- What a search looks through: one row per case, words of customer and team, not of notes.
create table case_texts (
  workspace_id uuid not null,
  case_id uuid not null,
  opened_at timestamptz not null,
  -- normalised text (reading/ normalise)
  text text not null,
  -- character bigrams, words, numbers
  terms tsvector not null,
  primary key (workspace_id, case_id)
);
select distribute('case_texts');
create index case_texts_terms on case_texts using gin (workspace_id, terms);
create index case_texts_newest on case_texts (workspace_id, opened_at desc, case_id desc);
