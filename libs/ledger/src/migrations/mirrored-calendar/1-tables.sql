-- Appointments that the hospital's record system owns, as it last told them. What they mean for a pathway stands there as facts; this is where
-- these came from, and how old that is.
create table mirrored_appointment (
  id uuid primary key,
  -- Whom the sending system acts for: ids are unique within a source there.
  sender uuid not null references organisation,
  source text not null,
  external_id text not null,
  version text not null,
  version_at timestamptz not null,
  -- Of the content: the same version must not tell something else.
  digest bytea not null,
  -- Keyed hash of the patient's number. Null pathway: nobody here yet, kept a short time in case the referral comes, and shown to nobody.
  identifier_hash bytea not null,
  pathway_id uuid references pathway,
  organisation_id uuid not null references organisation,
  starts_at timestamptz not null,
  ends_at timestamptz,
  kind text not null check (kind in ('oppstart', 'oppfolging', 'mote', 'undersokelse', 'annet')),
  status text not null check (status in ('pending', 'booked', 'fulfilled', 'cancelled', 'noshow', 'entered-in-error')),
  -- 8446 code of the last move or cancellation, where it was told.
  cause text,
  made_on date,
  read_at timestamptz not null,
  -- What has been recorded of it: the events that stand, the oldest first; the day that was offered last, and on which day; how that ended.
  facts uuid[] not null default '{}',
  offered_day date,
  offered_on date,
  ended text check (ended in ('cancelled', 'noshow')),
  unique (sender, source, external_id)
);
create index mirrored_appointment_pathway on mirrored_appointment (pathway_id, starts_at) where pathway_id is not null;
create index mirrored_appointment_unknown on mirrored_appointment (identifier_hash) where pathway_id is null;
create index mirrored_appointment_kept on mirrored_appointment (read_at) where pathway_id is null;

-- Time that a clinic has, free and taken, by day and kind of service. No patient.
create table mirrored_capacity (
  id uuid primary key,
  sender uuid not null references organisation,
  source text not null,
  external_id text not null,
  version text not null,
  version_at timestamptz not null,
  organisation_id uuid not null references organisation,
  on_day date not null,
  service_type text not null,
  free_minutes integer not null check (free_minutes >= 0),
  busy_minutes integer not null check (busy_minutes >= 0),
  free_places integer not null check (free_places >= 0),
  busy_places integer not null check (busy_places >= 0),
  read_at timestamptz not null,
  unique (sender, source, external_id)
);
create index mirrored_capacity_day on mirrored_capacity (organisation_id, on_day);

-- What those who book are asked for: one at a time for each pathway.
create table appointment_request (
  id uuid primary key,
  pathway_id uuid not null references pathway,
  kind text not null check (kind in ('oppstart', 'oppfolging', 'mote', 'undersokelse')),
  -- The last day that would do.
  before_on date not null,
  state text not null default 'asked' check (state in ('asked', 'answered', 'withdrawn')),
  asked_at timestamptz not null,
  asked_by text not null,
  ended_at timestamptz,
  ended_by text,
  answered_by uuid references mirrored_appointment on delete set null,
  check ((state = 'asked') = (ended_at is null))
);
create unique index appointment_request_open on appointment_request (pathway_id) where state = 'asked';
create index appointment_request_waiting on appointment_request (before_on, id) where state = 'asked';
create index appointment_request_pathway on appointment_request (pathway_id, asked_at);
create index appointment_request_answer on appointment_request (answered_by) where answered_by is not null;

-- What is mirrored of a patient who is erased goes with her, also what nobody could tell was hers.
create function forget_mirrored() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from mirrored_appointment
   where identifier_hash = old.identifier_hash or pathway_id in (select p.id from pathway p where p.patient_id = new.id);
  return null;
end
$$;
create trigger forget_mirrored after update of erased_at on patient
  for each row when (old.erased_at is null and new.erased_at is not null) execute function forget_mirrored();
