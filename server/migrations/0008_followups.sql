-- Did it help?

create table surveys (
  workspace_id uuid primary key,
  active boolean not null,
  delay_hours integer not null,
  open_days integer not null,
  score_question text not null,
  score_question_en text not null,
  open_question text not null,
  open_question_en text not null,
  low_score smallint not null
);
select distribute('surveys');

-- One per closing of a case: due, then sent, then answered, declined, expired or cancelled.
create table survey_invitations (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  -- the human number of the case
  number bigint not null,
  customer_id uuid not null,
  -- the closing it follows
  closed_at timestamptz not null,
  due_at timestamptz not null,
  -- questions as they stood when it was made: { score, scoreEn, open, openEn }
  questions jsonb not null,
  -- how long it stays open once sent
  open_days integer not null,
  sent_at timestamptz,
  expires_at timestamptz,
  -- the case opened again, or the customer will not be asked, before it was sent
  cancelled_at timestamptz,
  declined_at timestamptz,
  -- nobody answered in time, or a later invitation took its place
  expired_at timestamptz,
  score smallint,
  comment text,
  answered_at timestamptz,
  -- the team was told by mail of a low score
  alerted_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, case_id, closed_at)
);
select distribute('survey_invitations');
create index survey_invitations_due on survey_invitations (workspace_id, due_at)
  where sent_at is null and cancelled_at is null;
create index survey_invitations_of_customer on survey_invitations (workspace_id, customer_id);
