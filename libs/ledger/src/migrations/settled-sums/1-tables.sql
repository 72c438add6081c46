-- Sums of what is settled, so that a report of a country need not count a million rows (docs/decisions/0015). What `counts_as` says, once for each clock.
create table clock_kind (
  id integer generated always as identity primary key,
  clock text not null,
  counts_as text not null,
  -- The wait goes on, so that its days grow with the day asked about.
  goes_on boolean not null,
  unique (clock, counts_as, goes_on)
);

-- How many occurrences of a kind began in a month: `wait:n` with commas between. `wait` is the days waited; of a wait that goes on the day that it began, counted from
-- 1 January 2000. Rows are added with what has changed (n may be negative) and merged now and then: what counts is what they add up to.
create table clock_sum (
  organisation_id uuid not null,
  -- Its first day.
  month date not null,
  kind integer not null,
  waits text not null
);
create index clock_sum_counted on clock_sum (organisation_id, month, kind);

-- What each pathway has added to the sums, so that just that can be taken out again: three lists side by side.
create table pathway_sum (
  pathway_id uuid primary key,
  organisation_id uuid not null,
  kinds integer[] not null,
  starts date[] not null,
  waits integer[] not null
);

-- Whether the sums have the pathway's settled occurrences as they stand, and in whose sums it has any, current or not. Whoever writes a pathway's read rows says
-- that they do not: it costs no more, as this row is written anyway. Nothing is summed yet.
alter table pathway_state add column summed boolean not null default false, add column summed_in uuid;
create index pathway_state_unsummed on pathway_state (organisation_id, received_on) where not summed and not several;
create index pathway_state_outdated on pathway_state (summed_in) where not summed and summed_in is not null;
-- So that a report is planned as for a country without sums.
analyze pathway_state (summed, summed_in);

-- As before (quick-counting/1-columns.sql). What the other pathway has in the sums is counted with this one from now on.
create or replace function mark_several() returns trigger language plpgsql security definer as $$
declare
  others uuid[];
begin
  select array_agg(q.id) into others from public.pathway p join public.pathway q on q.patient_id = p.patient_id and q.id <> p.id where p.id = new.pathway_id;
  new.several := others is not null;
  if new.several then
    update public.pathway_state s set several = true, summed = false where s.pathway_id = any(others) and not s.several;
  end if;
  return new;
end
$$;

do $$
declare
  t text;
begin
  foreach t in array array['clock_sum', 'pathway_sum'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy engine on %I to forlop_app using (true) with check (true)', t);
    execute format('create policy migrations on %I to forlop_owner using (true) with check (true)', t);
  end loop;
end
$$;
-- Only what is its organisation's own is summed, and seen by whoever reaches that (tenancy/4-policies.sql): neither restricted nor about to be handed over.
create policy api on clock_sum for select to forlop_api using (organisation_id = any((select app_organisations())::uuid[]));
create policy api on pathway_sum to forlop_api using (sees_pathway(pathway_id)) with check (sees_pathway(pathway_id));
grant select, insert, update, delete on clock_sum, pathway_sum to forlop_app;
grant select, insert on clock_kind to forlop_app;
grant select on clock_kind, clock_sum to forlop_api;
