-- Who speaks to us.

create table customers (
  workspace_id uuid not null,
  id uuid not null,
  -- as they call themselves
  name text,
  -- zh-CN | en | null when unknown
  locale text,
  -- asked never to be surveyed again
  surveys_declined_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
select distribute('customers');

-- Who asked never to be surveyed again is still not asked when they come back after their address was
-- erased: a code of it that only this installation can make, and nobody can read.
create table survey_refusals (
  workspace_id uuid not null,
  address_code text not null,
  declined_at timestamptz not null,
  primary key (workspace_id, address_code)
);
select distribute('survey_refusals');

-- One row per way we know a person.
create table identities (
  workspace_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  -- email | phone | openid | unionid | external
  kind text not null,
  -- normalised: mail in lower case, phone in E.164 where possible
  value text not null,
  -- Said by the customer themself, not proven: an unproven one never joins two people.
  proven boolean not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers (workspace_id, id)
);
select distribute('identities');
create unique index identities_proven on identities (workspace_id, kind, value) where proven;
create index identities_by_value on identities (workspace_id, kind, value);
create index identities_of_customer on identities (workspace_id, customer_id);
-- the last digits of a phone, as people search for them
create index identities_by_phone_ending on identities (workspace_id, reverse(value) text_pattern_ops) where kind = 'phone';
