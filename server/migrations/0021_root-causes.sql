-- Why a problem is there, as people found out.
alter table problems
  add column cause_kind text,
  add column root_cause text not null default '';
