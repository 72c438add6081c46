-- Reports that are made by themselves. The row is the truth: Temporal's schedule follows it (`revision`, `synced_revision`), and is made anew from it.
create table report_schedule (
  id uuid primary key,
  title text not null,
  organisation_id uuid not null references organisation,
  definition text,
  clocks text[],
  cohort text not null check (cohort in ('started', 'due', 'ended')),
  split_by text[] not null,
  cadence text not null check (cadence in ('weekly', 'monthly', 'quarterly', 'yearly')),
  weekday int check (weekday between 1 and 5),
  period text not null,
  formats text[] not null check (cardinality(formats) > 0),
  language text not null check (language in ('nb', 'nn', 'en')),
  -- Whoever last said what it should be: it is made with their rights. The principal's id.
  owner text not null,
  -- Principals' ids.
  receivers text[] not null,
  -- The owner's and the receivers' e-mail addresses, by principal.
  sealed_emails bytea not null,
  state text not null check (state in ('active', 'paused', 'deleted')),
  paused_why text,
  -- What fell due until then is made, or is not to be.
  counts_after timestamptz not null,
  -- Grows with each change of what the report is of.
  content_revision int not null default 1,
  -- Grows with each change that Temporal must follow.
  revision bigint not null default 1,
  synced_revision bigint not null default 0,
  requested_by text,
  requested_at timestamptz,
  created_by text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check ((cadence = 'weekly') = (weekday is not null))
);
create index report_schedule_organisation on report_schedule (organisation_id);
create index report_schedule_unsynced on report_schedule (id) where revision <> synced_revision;

-- What was made, as it was made. Rows are added and never changed: no role of an app may.
create table report_run (
  id uuid primary key,
  schedule_id uuid not null references report_schedule,
  organisation_id uuid not null references organisation,
  content_revision int not null,
  -- The working day that it was due; null: somebody asked for it.
  occurrence_on date,
  period_from date not null,
  period_to date not null,
  outcome text not null check (outcome in ('made', 'refused')),
  -- Why it was refused.
  code text,
  title text not null,
  formats text[] not null,
  -- With whose rights.
  owner text not null,
  -- Canonical JSON: its bytes are what the hash is over.
  report text,
  sha256 text,
  -- What its organisations were called.
  names json,
  made_at timestamptz not null,
  check ((outcome = 'made') = (report is not null and sha256 is not null and names is not null)),
  check ((outcome = 'refused') = (code is not null)),
  -- Once for each period, and once for each day that it was due.
  unique (schedule_id, content_revision, period_from, period_to)
);
create unique index report_run_occurrence on report_run (schedule_id, occurrence_on) where occurrence_on is not null;
create index report_run_newest on report_run (schedule_id, made_at desc);

-- Who is told, by a mail with a link. Written together with the run; its id is the message's too.
create table report_mail (
  id uuid primary key,
  run_id uuid not null references report_run,
  organisation_id uuid not null references organisation,
  principal text not null,
  kind text not null check (kind in ('ready', 'owner-without-right', 'receiver-without-right')),
  -- Whom it is about, when the owner is told that a receiver has lost the right.
  about text not null default '',
  language text not null,
  sealed_email bytea not null,
  state text not null check (state in ('planned', 'sending', 'sent', 'failed', 'suppressed')),
  code text,
  template text,
  claims int not null default 0,
  next_try_at timestamptz not null,
  planned_at timestamptz not null,
  claimed_at timestamptz,
  sent_at timestamptz,
  unique (run_id, principal, kind, about)
);
create index report_mail_due on report_mail (next_try_at) where state in ('planned', 'sending');

alter table report_schedule enable row level security;
alter table report_schedule force row level security;
create policy migrations on report_schedule to forlop_owner using (true) with check (true);
create policy engine on report_schedule to forlop_app using (true) with check (true);
create policy api on report_schedule to forlop_api using (organisation_id = any ((select app_organisations())::uuid[])) with check (organisation_id = any ((select app_organisations())::uuid[]));
grant select on report_schedule to forlop_app;
grant update (state, paused_why, counts_after, revision, synced_revision, requested_by, requested_at) on report_schedule to forlop_app;
grant select, insert, update on report_schedule to forlop_api;

alter table report_run enable row level security;
alter table report_run force row level security;
create policy migrations on report_run to forlop_owner using (true) with check (true);
create policy engine on report_run to forlop_app using (true) with check (true);
create policy api on report_run to forlop_api using (organisation_id = any ((select app_organisations())::uuid[])) with check (organisation_id = any ((select app_organisations())::uuid[]));
grant select, insert on report_run to forlop_app;
grant select on report_run to forlop_api;

alter table report_mail enable row level security;
alter table report_mail force row level security;
create policy migrations on report_mail to forlop_owner using (true) with check (true);
create policy engine on report_mail to forlop_app using (true) with check (true);
create policy api on report_mail to forlop_api using (organisation_id = any ((select app_organisations())::uuid[])) with check (organisation_id = any ((select app_organisations())::uuid[]));
grant select, insert, update on report_mail to forlop_app;
grant select on report_mail to forlop_api;

create trigger report_run_is_append_only before update or delete or truncate on report_run
  for each statement execute function refuse_change();
alter table report_run enable always trigger report_run_is_append_only;
