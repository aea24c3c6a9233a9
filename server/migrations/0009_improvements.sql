-- What we change.

create table problems (
  workspace_id uuid not null,
  id uuid not null,
  number bigint not null,
  title text not null,
  description text not null,
  -- open | fixing | fixed | dropped
  state text not null,
  owner_id uuid,
  -- counts over linked cases, kept by a reaction
  cases integer not null default 0,
  customers integer not null default 0,
  first_seen_at timestamptz,
  last_seen_at timestamptz,
  -- the published release that fixed it
  fixed_in uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, number)
);
select distribute('problems');
create index problems_by_weight on problems (workspace_id, customers desc, id desc);

-- The problem each case counts towards, so that a case that moves or goes is taken off the one it left.
create table problem_cases (
  workspace_id uuid not null,
  case_id uuid not null,
  problem_id uuid not null,
  primary key (workspace_id, case_id),
  foreign key (workspace_id, problem_id) references problems (workspace_id, id)
);
select distribute('problem_cases');

create table releases (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  notes text not null,
  published_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);
select distribute('releases');

create table release_problems (
  workspace_id uuid not null,
  release_id uuid not null,
  problem_id uuid not null,
  primary key (workspace_id, release_id, problem_id),
  foreign key (workspace_id, release_id) references releases (workspace_id, id),
  foreign key (workspace_id, problem_id) references problems (workspace_id, id)
);
select distribute('release_problems');
create index release_problems_of_problem on release_problems (workspace_id, problem_id);

-- Who is to be told of a release, and who was.
create table tellings (
  workspace_id uuid not null,
  release_id uuid not null,
  case_id uuid not null,
  told_at timestamptz,
  primary key (workspace_id, release_id, case_id),
  foreign key (workspace_id, release_id) references releases (workspace_id, id)
);
select distribute('tellings');
create index tellings_waiting on tellings (workspace_id, release_id, case_id) where told_at is null;
create index tellings_of_case on tellings (workspace_id, case_id);
