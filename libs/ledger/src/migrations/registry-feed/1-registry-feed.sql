-- How far a registry's feed of changes was read.
create table registry_feed (
  registry text primary key check (registry in ('persontjenesten')),
  -- The next place to read from.
  position bigint not null check (position >= 0),
  read_at timestamptz not null default clock_timestamp()
);
alter table registry_feed enable row level security;
alter table registry_feed force row level security;
create policy engine on registry_feed to forlop_app using (true) with check (true);
create policy migrations on registry_feed to forlop_owner using (true) with check (true);
grant select, insert, update on registry_feed to forlop_app;

alter table registry_look
  -- Keyed hash of the registry's own name for the person, which its feed tells changes by.
  add column person_hash bytea,
  -- Where in the feed a change was told of that has not been asked about yet.
  add column changed bigint;
create index registry_look_person on registry_look (person_hash) where person_hash is not null;
-- Those who wait to be asked about are few.
create index registry_look_changed on registry_look (pathway_id) where changed is not null;

-- Whoever is erased is found by nothing any more.
create function forget_person_hash() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update registry_look set person_hash = null, changed = null where patient_id = new.id;
  return null;
end $$;
revoke all on function forget_person_hash() from public;
create trigger forget_person_hash after update of erased_at on patient for each row when (new.erased_at is not null) execute function forget_person_hash();
