-- What a dry run or an import met on its way: values of the category column that name no category,
-- the first rows that repeat. As `Findings` in channels/import/findings.ts.
alter table imports
  add column findings jsonb not null default '{"unknown": [], "otherRows": 0, "repeats": []}';

update imports set mapping = mapping || '{"categories": []}';
