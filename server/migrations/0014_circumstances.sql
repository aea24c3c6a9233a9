-- The situation in which somebody wrote: what lists are filtered and problems are added up by.
alter table cases
  add column app_version text,
  add column platform text,
  add column device text,
  add column region text,
  -- personal data: counted, never listed
  add column order_no text,
  add column amount numeric(14, 2);

-- Of cases that are there already, by the names that our own faces and documents use.
update cases c
set app_version = left(nullif(trim(coalesce(f.context ->> 'version', f.context ->> 'appVersion', f.context ->> 'app_version')), ''), 60),
  platform = case
    when f.context ->> 'system' ~* 'harmony|鸿蒙' then 'HarmonyOS'
    when f.context ->> 'system' ~* '\mios\M|iphone|ipad' or f.context ->> 'browser' ~* 'iphone|ipad' then 'iOS'
    when f.context ->> 'system' ~* 'android' or f.context ->> 'browser' ~* 'android' then 'Android'
    when f.context ->> 'browser' ~* 'windows' then 'Windows'
    when f.context ->> 'browser' ~* 'macintosh' then 'macOS' end,
  device = left(nullif(trim(coalesce(f.context ->> 'model', f.context ->> 'device')), ''), 60),
  region = left(nullif(trim(coalesce(f.context ->> 'region', f.context ->> 'province', f.context ->> 'city')), ''), 60),
  order_no = left(nullif(trim(coalesce(f.context ->> 'orderNo', f.context ->> 'order_no')), ''), 60)
from feedback f
where f.workspace_id = c.workspace_id and f.id = c.feedback_id and f.context <> '{}'::jsonb;

create index cases_by_version on cases (workspace_id, app_version, opened_at desc, id desc) where app_version is not null;
create index cases_by_region on cases (workspace_id, region, opened_at desc, id desc) where region is not null;
create index cases_by_device on cases (workspace_id, device, opened_at desc, id desc) where device is not null;
