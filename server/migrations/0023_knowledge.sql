-- What we know the answer to, and the problems that customers may know we know of.

create table articles (
  workspace_id uuid not null,
  id uuid not null,
  title text not null,
  body text not null,
  -- kinds of entry it helps; empty: all of them
  entries text[] not null,
  category_id uuid,
  -- draft | published | archived
  state text not null,
  changed_by uuid,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
select distribute('articles');
create index articles_by_change on articles (workspace_id, changed_at desc, id desc);

-- The ways to ask for it: written by members, or learned from customers whom it helped.
create table article_variants (
  workspace_id uuid not null,
  id uuid not null,
  article_id uuid not null,
  -- personal data masked
  text text not null,
  -- as it is compared: the same words twice are one variant
  folded text not null,
  -- written | learned
  source text not null,
  position integer not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, article_id, folded),
  foreign key (workspace_id, article_id) references articles (workspace_id, id) on delete cascade
);
select distribute('article_variants');

-- How often it was of use, by day in the workspace's time zone.
create table article_uses (
  workspace_id uuid not null,
  article_id uuid not null,
  day date not null,
  shown integer not null default 0,
  opened integer not null default 0,
  solved integer not null default 0,
  inserted integer not null default 0,
  primary key (workspace_id, article_id, day),
  foreign key (workspace_id, article_id) references articles (workspace_id, id) on delete cascade
);
select distribute('article_uses');

-- Counts up with every change that the search for answers has to know of.
create table knowledge_versions (
  workspace_id uuid not null,
  version bigint not null,
  primary key (workspace_id)
);
select distribute('knowledge_versions');

-- What customers are told of a problem while they write; null: they are told nothing.
alter table problems add column public_title text;
alter table problems add column public_note text;
alter table problems add column public_since timestamptz;
alter table problems add column public_changed_at timestamptz;
create index problems_public on problems (workspace_id, public_changed_at) where public_since is not null;
