-- Deletion at a customer's request: when they asked, and when what was said was deleted.
alter table cases
  add column erasure_asked_at timestamptz,
  add column redacted_at timestamptz;
