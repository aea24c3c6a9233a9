-- A case that was opened again is owed another answer: until when.
alter table cases add column answer_due_at timestamptz;

alter table cases
  drop column due_rank,
  -- when our next answer is due: that one, or the first
  add column due_at timestamptz not null generated always as (coalesce(answer_due_at, promised_at)) stored,
  -- what is owed comes first: 0 we owe an answer, 1 answered, 2 closed
  add column due_rank smallint not null generated always as (
    case when state = 'closed' then 2 when first_reply_at is null or answer_due_at is not null then 0 else 1 end) stored;
create index cases_by_due on cases (workspace_id, due_rank, due_at, id);
