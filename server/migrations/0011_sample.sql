-- A generated workspace beside the operator's own.

create table samples (
  -- the operator's
  workspace_id uuid primary key,
  -- the generated one; its row in workspaces appears when it is full
  sample_id uuid not null,
  -- loading | ready | removing
  state text not null,
  -- 0–1
  progress double precision not null,
  -- member who asked for it: some of its cases are theirs
  requested_by uuid,
  -- when the work was last seen to go on
  touched_at timestamptz not null
);
select distribute('samples');
