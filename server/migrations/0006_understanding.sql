-- What it means.

create table readings (
  workspace_id uuid not null,
  feedback_id uuid not null,
  kind text not null,
  sentiment text not null,
  urgency text not null,
  risks text[] not null,
  -- what reading/ said, with its reasons
  reading jsonb not null,
  model text not null,
  read_at timestamptz not null,
  primary key (workspace_id, feedback_id)
);
select distribute('readings');
