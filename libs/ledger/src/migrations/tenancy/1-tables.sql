-- Who may see a pathway, and when: a read table like the others, derived from the events and rebuilt from them at any time.
create table pathway_access (
  pathway_id uuid not null references pathway,
  key text not null,
  -- One of the two: an organisation with all that is below it, or a person by a keyed hash of her number.
  organisation_id uuid references organisation,
  person bytea,
  role text not null,
  basis text not null check (basis in ('responsible', 'participant', 'contact', 'blocked')),
  valid_from date not null,
  -- The first day on which it no longer holds.
  valid_to date,
  -- Only while the pathway is in one of these steps; null: in all.
  steps text[],
  in_step boolean not null,
  -- The patient's own blocking: it takes away what other rows give.
  denies boolean not null,
  -- The patient has blocked somebody from the pathway, so that whoever looks may be one of them.
  contested boolean not null,
  -- The pathway's read rows stand under this organisation, so that a list by organisation finds it.
  home boolean not null,
  primary key (pathway_id, key),
  check ((organisation_id is null) <> (person is null)),
  check (denies = (basis = 'blocked')),
  check (valid_to > valid_from)
);
create index pathway_access_organisation on pathway_access (organisation_id, pathway_id) where not home and not denies;
create index pathway_access_person on pathway_access (person, pathway_id) where not denies;

-- So that a list of an organisation's own patients needs to look nowhere else: until when the organisation that the row stands
-- under is responsible (the first day on which it no longer is; null while none is known), and whether the patient has blocked somebody.
alter table pathway_state add column organisation_until date, add column restricted boolean not null default false;
alter table clock_row add column organisation_until date, add column restricted boolean not null default false;
alter table pathway_state alter column restricted drop default;
alter table clock_row alter column restricted drop default;

-- What was there before: the organisation that has the pathway, from its day of receipt.
insert into pathway_access (pathway_id, key, organisation_id, role, basis, valid_from, in_step, denies, contested, home)
select id, 'responsible:1', organisation_id, 'ansvarlig', 'responsible', received_on, true, false, false, true from pathway;

-- Somebody looked at a patient whom she had no access to, and said why. The reason is sealed beside the event.
create table break_glass (
  -- The event's id.
  id uuid primary key,
  pathway_id uuid not null references pathway,
  actor text not null,
  -- The organisation that she acted for.
  organisation_id uuid references organisation,
  kind text not null check (kind in ('liv-og-helse', 'helsehjelp')),
  from_at timestamptz not null,
  until_at timestamptz not null,
  check (until_at > from_at and until_at <= from_at + interval '24 hours')
);
create index break_glass_actor on break_glass (actor, pathway_id, until_at);
create index break_glass_recent on break_glass (from_at);

-- Roles of people, given by an administrator. Whom a row speaks of is a keyed hash of the person's number.
create table role_grant (
  id uuid primary key,
  person bytea not null,
  -- The name, under the installation's own key.
  sealed_name bytea,
  role text not null,
  -- The organisation that it holds for, with all below it; null for roles of the whole house.
  organisation_id uuid references organisation,
  -- May see who the patients are, though the role alone does not.
  identities boolean not null,
  -- May see where patients with a protected address live.
  protected_addresses boolean not null,
  valid_from date not null,
  valid_to date,
  granted_by text not null,
  granted_at timestamptz not null default now(),
  why text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_why text,
  check (valid_to > valid_from)
);
create index role_grant_person on role_grant (person) where withdrawn_at is null;
