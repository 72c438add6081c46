-- A person's own choices of filters, sorting and columns, and those shared with a unit. They hold choices, never a patient.
create table saved_view (
  id uuid primary key,
  -- Who made it, as the access log names people; she alone changes it.
  owner text not null,
  -- Null: her own only. Otherwise everyone at the unit and below it sees it.
  organisation_id uuid references organisation,
  name text not null check (length(name) between 1 and 100),
  settings jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (owner, name)
);
create index saved_view_shared on saved_view (organisation_id) where organisation_id is not null;
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy migrations on saved_view to forlop_owner using (true) with check (true);
create policy reads on saved_view for select to forlop_api using (owner = app_actor() or organisation_id = any((select app_organisations())::uuid[]));
create policy adds on saved_view for insert to forlop_api with check (owner = app_actor() and (organisation_id is null or organisation_id = any((select app_organisations())::uuid[])));
create policy changes on saved_view for update to forlop_api using (owner = app_actor()) with check (owner = app_actor() and (organisation_id is null or organisation_id = any((select app_organisations())::uuid[])));
create policy removes on saved_view for delete to forlop_api using (owner = app_actor());
grant select, insert, update, delete on saved_view to forlop_api;

-- Whoever follows a pathway up asks for a reminder now: it is planned here, claimed and sent as every other.
grant insert on obligation_attempt to forlop_api;
grant update (claims, claimed_at) on obligation_attempt to forlop_api;
