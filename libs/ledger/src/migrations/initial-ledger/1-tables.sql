-- Organisations that receive and send referrals. 'referral': known only because a referral named it.
create table organisation (
  id uuid primary key,
  parent_id uuid references organisation,
  kind text not null check (kind in ('region', 'hospital', 'unit', 'practice', 'municipality', 'helfo', 'other')),
  name text not null,
  org_number text unique,
  resh_id text unique,
  her_id text unique,
  email text,
  registered_by text not null check (registered_by in ('operator', 'referral')),
  created_at timestamptz not null default now()
);
create index organisation_name on organisation (lower(name));

-- Where a referral that names no receiver belongs, so that every pathway has an organisation.
insert into organisation (id, kind, name, registered_by)
values ('00000000-0000-4000-8000-000000000000', 'other', 'Mottaker ikke oppgitt', 'referral');

-- A person. Everything that names her is sealed under her own key; without the key it cannot be read by anyone.
create table patient (
  id uuid primary key,
  wrapped_key bytea,
  sealed_demographics bytea,
  identifier_hash bytea,
  -- The identity was checked: a valid number came with an accepted referral.
  verified boolean not null,
  -- The same person under her checked identity, known after this record was made.
  merged_into uuid references patient,
  erased_at timestamptz,
  created_at timestamptz not null default now(),
  check (erased_at is not null or (wrapped_key is not null and sealed_demographics is not null))
);
create unique index patient_verified_identifier on patient (identifier_hash) where verified;
create index patient_identifier on patient (identifier_hash) where identifier_hash is not null;

create table patient_name_token (
  patient_id uuid not null references patient,
  token bytea not null,
  primary key (patient_id, token)
);
create index patient_name_token_token on patient_name_token (token, patient_id);

-- Contact details of a role for this patient, sealed.
create table patient_contact (
  patient_id uuid not null references patient,
  role text not null,
  sealed bytea not null,
  updated_at timestamptz not null default now(),
  primary key (patient_id, role)
);

create table pathway (
  id uuid primary key,
  patient_id uuid not null references patient,
  organisation_id uuid not null references organisation,
  referrer_organisation_id uuid references organisation,
  mode text not null check (mode in ('live', 'paused', 'historical')),
  -- The rules that it is on now; the events are what counts.
  definition_id text not null,
  definition_version text not null,
  received_on date not null,
  -- The end of the hash chain.
  head_hash bytea,
  head_position bigint not null default 0,
  event_count integer not null default 0,
  last_recorded_at timestamptz,
  -- What the workflow was last told by `advance`.
  advanced_position bigint not null default 0,
  next_wake_at timestamptz,
  finished boolean not null default false,
  -- Went live on this day: what was planned for an earlier one is not sent.
  live_from date,
  created_at timestamptz not null default now()
) with (fillfactor = 80);
create index pathway_patient on pathway (patient_id);
create index pathway_live on pathway (id) where mode = 'live';

-- The ledger. Rows are added, never changed (see 4-append-only.sql).
create table event (
  position bigint generated always as identity primary key,
  id uuid not null unique,
  pathway_id uuid not null references pathway,
  seq integer not null,
  -- Whose key the text is sealed under.
  patient_id uuid not null,
  kind text not null check (kind in ('fact', 'decision', 'observation')),
  type text not null,
  occurred_on date not null,
  recorded_at timestamptz not null,
  data jsonb not null,
  sealed bytea,
  corrects uuid,
  retracts uuid,
  organisation_id uuid not null,
  actor text not null,
  txid xid8 not null default pg_current_xact_id(),
  prev_hash bytea,
  hash bytea not null,
  unique (pathway_id, seq),
  check ((seq = 1) = (prev_hash is null)),
  check (corrects is null or retracts is null)
);
-- Cursors over the ledger go by (txid, position) and read below pg_snapshot_xmin(pg_current_snapshot()).
create index event_cursor on event (txid, position);

create table outbox (
  id bigint generated always as identity primary key,
  txid xid8 not null default pg_current_xact_id(),
  pathway_id uuid not null,
  position bigint not null,
  created_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz
);
create index outbox_unsent on outbox (txid, id) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

-- A referral by its sender's identifier, hashed because senders choose it themselves.
create table referral_source (
  system text not null,
  id_hash bytea not null,
  pathway_id uuid not null references pathway,
  created_at timestamptz not null default now(),
  primary key (system, id_hash)
);
create index referral_source_pathway on referral_source (pathway_id);

create table quarantine (
  pathway_id uuid primary key references pathway,
  organisation_id uuid not null,
  received_on date not null,
  owner text not null,
  -- Codes, paths and sentences without personal data.
  reasons jsonb not null,
  -- The referral as it came in, under the patient's key.
  sealed_original bytea not null,
  released_at timestamptz,
  released_by text,
  released_as text check (released_as in ('accepted', 'discarded')),
  -- The pathway that it was taken in on, when the patient had one already.
  continued_on uuid references pathway
);
create index quarantine_open on quarantine (organisation_id, received_on) where released_at is null;

-- One effect of an obligation: claimed before it happens, its outcome after.
create table obligation_attempt (
  id uuid primary key,
  pathway_id uuid not null references pathway,
  key text not null,
  -- How often what was told about it had been taken back: after that it is told anew.
  generation integer not null,
  attempt integer not null,
  purpose text not null check (purpose in ('ask', 'escalate', 'withdraw')),
  -- The obligation that it speaks of; for a correction the one that is corrected.
  about text not null,
  claimed_at timestamptz not null,
  claims integer not null default 1,
  outcome text check (outcome in ('sent', 'failed', 'suppressed')),
  code text,
  message_id text,
  ended_at timestamptz,
  unique (pathway_id, key, generation, attempt, purpose)
);

create table idempotency (
  actor text not null,
  key text not null,
  route text not null,
  request_hash bytea not null,
  answer_sealed bytea,
  created_at timestamptz not null default now(),
  primary key (actor, key)
);
create index idempotency_created on idempotency (created_at);

-- Switches of the installation. The latest row of a name holds; the others say who changed it, when and why.
create table setting (
  id bigint generated always as identity primary key,
  name text not null,
  value jsonb not null,
  actor text not null,
  at timestamptz not null default clock_timestamp(),
  why text not null
);
create index setting_latest on setting (name, id desc);
insert into setting (name, value, actor, why) values ('effects', 'true', 'system:migrate', 'Satt ved installasjon');

-- Data keys of the installation itself, wrapped.
create table system_key (
  name text primary key,
  wrapped bytea not null,
  created_at timestamptz not null default now()
);
