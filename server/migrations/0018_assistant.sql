-- A language model, if the operator has one.

create table assistant_settings (
  workspace_id uuid not null primary key,
  active boolean not null,
  uses text[] not null,
  -- tokens in and out; null: without limit
  day_tokens bigint,
  month_tokens bigint,
  label_answers boolean not null
);
select distribute('assistant_settings');

-- What it was asked and what that cost, a row per day and use.
create table assistant_usage (
  workspace_id uuid not null,
  day date not null,
  use text not null,
  asked integer not null,
  failed integer not null,
  tokens bigint not null,
  primary key (workspace_id, day, use)
);
select distribute('assistant_usage');

-- Every text it wrote, with where it comes from; and those that are waited for.
create table machine_texts (
  workspace_id uuid not null,
  id uuid not null,
  use text not null,
  about_id uuid not null,
  case_id uuid,
  locale text,
  -- waiting | ready | failed
  state text not null,
  failure text,
  words jsonb,
  opinion jsonb,
  model text,
  prompt_hash text,
  asked_by uuid,
  asked_at timestamptz not null,
  claimed_at timestamptz,
  message_id uuid,
  unedited boolean,
  labelled boolean,
  primary key (workspace_id, id)
);
select distribute('machine_texts');
create index machine_texts_about on machine_texts (workspace_id, about_id, id);
create index machine_texts_of_case on machine_texts (workspace_id, case_id, id) where case_id is not null;
