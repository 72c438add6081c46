-- Who took history in from an extract, and who set it going, from which file and by which mapping: a row when it begins and one when it ends. One that has no end
-- goes on, or its process was killed; what it had recorded by then stands in the pathways. Numbers, hashes and organisations, and no patient.
create table history_run (
  id uuid primary key,
  kind text not null check (kind in ('import', 'go-live')),
  begun_at timestamptz not null,
  -- The account on the machine that it was run from.
  operator text not null,
  -- The system that the extract comes from, as its mapping says.
  system text,
  -- SHA-256 of the file's name without its folders, of the file and of the mapping, hex. Names may tell of a person.
  file_name_sha256 text,
  file_sha256 text,
  mapping_sha256 text,
  check ((kind = 'import') = (system is not null and file_name_sha256 is not null and file_sha256 is not null and mapping_sha256 is not null))
);
create index history_run_newest on history_run (begun_at desc, id);

create table history_run_end (
  run_id uuid primary key references history_run,
  ended_at timestamptz not null,
  outcome text not null check (outcome in ('finished', 'broken-off')),
  -- A code, where it was broken off.
  problem text,
  -- What came of it, by name.
  counts jsonb not null,
  -- Of the pathways that were given to the ledger.
  organisation_ids uuid[] not null,
  check ((outcome = 'broken-off') = (problem is not null))
);

alter table history_run enable row level security;
alter table history_run force row level security;
create policy migrations on history_run to forlop_owner using (true) with check (true);
create policy engine on history_run to forlop_app using (true) with check (true);
create policy api on history_run for select to forlop_api using (true);
grant select, insert on history_run to forlop_app;
grant select on history_run to forlop_api;

alter table history_run_end enable row level security;
alter table history_run_end force row level security;
create policy migrations on history_run_end to forlop_owner using (true) with check (true);
create policy engine on history_run_end to forlop_app using (true) with check (true);
create policy api on history_run_end for select to forlop_api using (true);
grant select, insert on history_run_end to forlop_app;
grant select on history_run_end to forlop_api;

create trigger history_run_is_append_only before update or delete or truncate on history_run for each statement execute function refuse_change();
alter table history_run enable always trigger history_run_is_append_only;
create trigger history_run_end_is_append_only before update or delete or truncate on history_run_end for each statement execute function refuse_change();
alter table history_run_end enable always trigger history_run_end_is_append_only;
