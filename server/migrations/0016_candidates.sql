-- Candidate problems: cases that seem to speak of one matter, until people say what they are.

create table case_groups (
  workspace_id uuid not null,
  id uuid not null,
  -- candidate | dismissed: no problem | problem: people made it one
  state text not null,
  problem_id uuid,
  -- a person had a hand in it
  decided boolean not null default false,
  cases integer not null default 0,
  customers integer not null default 0,
  first_seen_at timestamptz,
  last_seen_at timestamptz,
  -- what its texts share, and a sentence that says it
  words text[] not null,
  title text not null,
  typical_id uuid,
  -- how many cases it had when these were found
  described_at_cases integer not null default 0,
  made_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, problem_id) references problems (workspace_id, id)
);
select distribute('case_groups');
create unique index case_groups_of_problem on case_groups (workspace_id, problem_id) where problem_id is not null;
create index case_groups_by_size on case_groups (workspace_id, state, customers desc, id desc);
create index case_groups_by_news on case_groups (workspace_id, state, last_seen_at desc, id desc);

-- What each case is compared by, and where it was put.
create table case_prints (
  workspace_id uuid not null,
  case_id uuid not null,
  customer_id uuid not null,
  opened_at timestamptz not null,
  -- terms and their weights in turn, separated by spaces
  print text not null,
  group_id uuid,
  -- a person put it there
  decided boolean not null default false,
  -- those most alike when it came
  near uuid[] not null,
  -- grows with each change: whoever knows the state at one stamp reads what came after
  stamp bigint not null,
  primary key (workspace_id, case_id)
);
select distribute('case_prints');
create index case_prints_of_group on case_prints (workspace_id, group_id, opened_at desc, case_id) where group_id is not null;
create index case_prints_by_stamp on case_prints (workspace_id, stamp);
create index case_prints_newest on case_prints (workspace_id, opened_at desc, case_id);

-- Two cases of which somebody said that they are, or are not, the same matter; the lesser id first.
create table case_likenesses (
  workspace_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  same boolean not null,
  member_id uuid,
  said_at timestamptz not null,
  primary key (workspace_id, one_id, other_id)
);
select distribute('case_likenesses');
create index case_likenesses_of_other on case_likenesses (workspace_id, other_id);

-- Cases that somebody took out of a group: they do not come back by themselves.
create table group_refusals (
  workspace_id uuid not null,
  group_id uuid not null,
  case_id uuid not null,
  said_at timestamptz not null,
  primary key (workspace_id, group_id, case_id)
);
select distribute('group_refusals');
create index group_refusals_of_case on group_refusals (workspace_id, case_id);

create table grouping_states (
  workspace_id uuid not null,
  stamp bigint not null default 0,
  -- grows when something was taken away or unsaid: what is remembered is read anew
  epoch bigint not null default 0,
  -- since when what was there before is grouped too; null: not asked for yet
  arranged_at timestamptz,
  primary key (workspace_id)
);
select distribute('grouping_states');
