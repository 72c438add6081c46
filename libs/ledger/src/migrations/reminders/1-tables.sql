-- Who is reminded: one row for each person or office, whatever patients they are asked about, so that several reminders become one message.
-- A patient who is reminded herself has a row without details: they are read from her own record, and go with it.
create table receiver (
  id uuid primary key,
  -- Keyed hash of what tells them apart: the HPR number, else the e-mail address; for a patient her id.
  identity_hash bytea not null unique,
  -- Name, addresses and numbers, under a key of the installation.
  sealed bytea,
  patient_id uuid references patient,
  -- The keyed hash of the HPR number by which their own log-in is known.
  person bytea,
  -- What they chose; null: the house's standard.
  channel text check (channel in ('email', 'dialogmelding', 'webhook')),
  frequency text not null default 'each' check (frequency in ('each', 'daily', 'weekly')),
  max_per_week integer check (max_per_week between 1 and 100),
  language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
  away_from date,
  away_to date,
  stand_in uuid references receiver,
  -- An address that bounced for good is not tried again until somebody has changed it.
  unreachable text,
  updated_at timestamptz not null default now(),
  check (away_to is null or away_from is not null),
  check (away_to >= away_from),
  check (stand_in <> id)
);
create index receiver_person on receiver (person) where person is not null;

-- A reminder's life, one row for each receiver of each claimed effect.
create table reminder (
  id uuid primary key,
  attempt_id uuid not null references obligation_attempt,
  pathway_id uuid not null references pathway,
  -- Null: nobody has an address for that role.
  receiver_id uuid references receiver,
  role text not null,
  purpose text not null check (purpose in ('ask', 'escalate', 'withdraw')),
  wording text not null,
  state text not null check (state in ('planned', 'sending', 'sent', 'delivered', 'read', 'acknowledged', 'answered', 'done', 'escalated', 'failed', 'suppressed')),
  -- Why it failed or was held back.
  code text,
  -- Not before.
  due_at timestamptz not null,
  -- A withdrawal goes the way that what it takes back went; else chosen when it is sent.
  channel text,
  template text,
  language text,
  digest_id text,
  claims integer not null default 0,
  claimed_at timestamptz,
  message_id text,
  external_id text,
  planned_at timestamptz not null,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  receipt_due_at timestamptz,
  answered_at timestamptz,
  answer text,
  closed_at timestamptz,
  check (receiver_id is not null or state in ('failed', 'suppressed'))
);
create index reminder_due on reminder (due_at, receiver_id) where state = 'planned';
create index reminder_sending on reminder (claimed_at) where state = 'sending';
create index reminder_receiver on reminder (receiver_id, planned_at);
create index reminder_pathway on reminder (pathway_id, planned_at);
create index reminder_attempt_of on reminder (attempt_id);
create index reminder_digest on reminder (digest_id) where digest_id is not null;
create index reminder_message on reminder (message_id) where message_id is not null;
create index reminder_external on reminder (external_id) where external_id is not null;
create index reminder_receipt on reminder (receipt_due_at) where state = 'sent' and receipt_due_at is not null;

-- The proof: everything that happened with a reminder, in order. Nothing of it is changed.
create table reminder_entry (
  id bigint generated always as identity primary key,
  reminder_id uuid not null references reminder,
  pathway_id uuid not null references pathway,
  at timestamptz not null,
  what text not null,
  channel text,
  template text,
  message_id text,
  code text,
  -- Codes and numbers of a receipt, never a text.
  detail jsonb not null default '{}',
  actor text not null
);
create index reminder_entry_reminder on reminder_entry (reminder_id, id);
create index reminder_entry_pathway on reminder_entry (pathway_id, id);

-- A receipt or an answer that belongs to nothing that was sent: kept, for somebody to look at.
create table unmatched_message (
  id uuid primary key,
  -- The channel's own id: the same comes in once.
  channel text not null,
  external_id text not null,
  received_at timestamptz not null,
  code text not null,
  -- As it came in, under a key of the installation: it may name a patient.
  sealed bytea not null,
  seen_by text,
  seen_at timestamptz,
  unique (channel, external_id)
);
