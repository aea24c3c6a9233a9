-- What we must put right.

create table cases (
  workspace_id uuid not null,
  -- that of the feedback that opened it: opening it again changes nothing
  id uuid not null,
  number bigint not null,
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
  risks text[] not null,
  -- open | waiting | closed
  state text not null,
  resolution text,
  priority text not null,
  -- a person decided; what the texts say no longer changes it
  priority_decided boolean not null,
  team_id uuid,
  assignee_id uuid,
  -- number and title stand here too, so that a list needs nothing from the domain to the right
  problem_id uuid,
  problem_number bigint,
  problem_title text,
  urges integer not null,
  urged_at timestamptz,
  opened_at timestamptz not null,
  -- the newest thing said or done
  active_at timestamptz not null,
  -- the customer's newest message
  last_in_id uuid,
  first_reply_at timestamptz,
  promised_at timestamptz not null,
  -- running | kept | broken | void
  promise text not null,
  closed_at timestamptz,
  -- customer said so: true solved, false not
  confirmed boolean,
  confirmed_at timestamptz,
  -- answered survey, 1–5
  score smallint,
  score_comment text,
  scored_at timestamptz,
  -- a survey that waits for the customer
  survey_token text,
  survey_until timestamptz,
  version integer not null,
  -- since when nothing is left to do about contact details for this closing: they are erased, or a
  -- later case of the same customer keeps them
  contacts_settled_at timestamptz,
  -- what is owed comes first: 0 nobody has answered, 1 answered, 2 closed
  due_rank smallint not null generated always as (
    case when state = 'closed' then 2 when first_reply_at is null then 0 else 1 end) stored,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers (workspace_id, id)
);
select distribute('cases');
create unique index cases_number on cases (workspace_id, number);
-- Every list is newest first (or by what is due), so each filter's index ends in that order.
create index cases_newest on cases (workspace_id, opened_at desc, id desc);
create index cases_by_due on cases (workspace_id, due_rank, promised_at, id);
create index cases_by_state on cases (workspace_id, state, opened_at desc, id desc);
create index cases_by_assignee on cases (workspace_id, assignee_id, opened_at desc, id desc) where assignee_id is not null;
create index cases_in_hand on cases (workspace_id, assignee_id, opened_at desc, id desc) where assignee_id is not null and state <> 'closed';
create index cases_by_team on cases (workspace_id, team_id, opened_at desc, id desc) where team_id is not null;
create index cases_of_team_unclosed on cases (workspace_id, team_id, opened_at desc, id desc) where team_id is not null and state <> 'closed';
create index cases_unassigned on cases (workspace_id, opened_at desc, id desc) where assignee_id is null and state <> 'closed';
create index cases_never_answered on cases (workspace_id, state, opened_at desc, id desc) where first_reply_at is null;
create index cases_by_channel on cases (workspace_id, channel_id, opened_at desc, id desc);
create index cases_by_category on cases (workspace_id, category_id, opened_at desc, id desc);
create index cases_by_kind on cases (workspace_id, kind, opened_at desc, id desc);
create index cases_by_sentiment on cases (workspace_id, sentiment, opened_at desc, id desc);
create index cases_by_entry on cases (workspace_id, entry, opened_at desc, id desc);
create index cases_by_priority on cases (workspace_id, priority, opened_at desc, id desc);
create index cases_by_urgency on cases (workspace_id, urgency, opened_at desc, id desc);
create index cases_by_promise on cases (workspace_id, promise, opened_at desc, id desc);
create index cases_of_customer on cases (workspace_id, customer_id, opened_at desc, id desc);
create index cases_of_problem on cases (workspace_id, problem_id, opened_at desc, id desc) where problem_id is not null;
create index cases_of_import on cases (workspace_id, import_id, opened_at desc, id desc) where import_id is not null;
create index cases_closed on cases (workspace_id, closed_at) where closed_at is not null;
-- What the night looks at to erase contact details; a case that was opened again and closed comes up anew.
create index cases_contacts_due on cases (workspace_id, closed_at, id)
  where closed_at is not null and (contacts_settled_at is null or contacts_settled_at < closed_at);
create index cases_scored on cases (workspace_id, score, opened_at desc, id desc) where score is not null;
-- What the minute looks at to say that a promise was not kept.
create index cases_owed on cases (workspace_id, promised_at) where promise = 'running';

-- Praise is seldom negative: without this the planner takes the two for unrelated.
create statistics cases_labels (mcv) on kind, sentiment, urgency, entry from cases;

-- Feedback that joined a case somebody else had opened: its number leads there too.
create table case_feedback (
  workspace_id uuid not null,
  feedback_id uuid not null,
  number bigint not null,
  case_id uuid not null,
  -- the message its words became
  message_id uuid not null,
  primary key (workspace_id, feedback_id),
  foreign key (workspace_id, case_id) references cases (workspace_id, id)
);
select distribute('case_feedback');
create index case_feedback_of_case on case_feedback (workspace_id, case_id);
create index case_feedback_number on case_feedback (workspace_id, number);

-- What a search looks through: one row per case, words of customer and team, not of notes.
create table case_texts (
  workspace_id uuid not null,
  case_id uuid not null,
  -- normalised (reading/ normalise), one line per thing said
  text text not null,
  -- character bigrams, words, numbers, and the week of its opening: a search takes some weeks at a time
  terms tsvector not null,
  primary key (workspace_id, case_id)
);
select distribute('case_texts');
-- New rows wait in a short list that every search reads too; short, so that reading it stays cheap.
create index case_texts_terms on case_texts using gin (workspace_id, terms) with (gin_pending_list_limit = 1024);
