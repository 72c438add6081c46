-- What somebody has asked of other rules, how far it has come and what came of it: whoever asked is answered by any process, and is told when
-- the one that worked on it is gone. Kept for an hour; the same question gives the same answer.
create table what_if_job (
  id uuid primary key,
  actor text not null,
  title text,
  -- As it was asked: the changed rules follow from it.
  request json not null,
  asked_at timestamptz not null default clock_timestamp(),
  state text not null check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  -- Pathways read, and how many there are.
  read int not null default 0,
  total int not null,
  problem text,
  -- Pathways by their ids, with dates and no person; null until it is done.
  result json,
  -- Moved on by whoever works on it: one that has stopped moving is worked on by nobody.
  beat_at timestamptz not null default clock_timestamp()
);
-- One at a time for each.
create unique index what_if_job_open on what_if_job (actor) where state in ('waiting', 'running');
create index what_if_job_actor on what_if_job (actor, asked_at);

alter table what_if_job enable row level security;
alter table what_if_job force row level security;
create policy engine on what_if_job to forlop_app using (true) with check (true);
create policy migrations on what_if_job to forlop_owner using (true) with check (true);
create policy api on what_if_job to forlop_api using (actor = app_actor()) with check (actor = app_actor());
grant select, insert, update, delete on what_if_job to forlop_api;
grant select, delete on what_if_job to forlop_app;
