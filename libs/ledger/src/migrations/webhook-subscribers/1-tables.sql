-- What secrets of subscribers are sealed to: the courier tells its public keys, and alone has the private ones.
create table webhook_key (
  id text primary key,
  public_key bytea not null check (length(public_key) = 32),
  -- The latest is sealed to.
  told_at timestamptz not null
);

-- A record system that is posted the reminders of those whom it serves.
create table webhook_subscriber (
  id uuid primary key,
  label text not null,
  url text not null,
  -- The secret that signs, sealed to the courier; and the one before it, which signs too until then.
  sealed bytea not null,
  previous bytea,
  previous_until timestamptz,
  rotated_at timestamptz,
  registered_by text not null,
  registered_at timestamptz not null,
  -- By somebody, or by the subscriber itself (410 Gone).
  ended_by text,
  ended_at timestamptz,
  ended_why text,
  -- A test message: when it was asked for, and what came of it. No code: it was taken.
  ping_id uuid,
  ping_asked_at timestamptz,
  ping_done_at timestamptz,
  ping_code text,
  check ((previous is null) = (previous_until is null)),
  check ((ended_at is null) = (ended_by is null))
);
create index webhook_subscriber_ping on webhook_subscriber (ping_asked_at) where ping_done_at is null and ping_asked_at is not null;

-- Whom it serves: an office by its HER-id or organisation number, or one receiver.
create table webhook_served (
  id uuid primary key,
  subscriber_id uuid not null references webhook_subscriber,
  her_id text,
  org_number text,
  receiver_id uuid references receiver,
  -- Not after its subscriber has ended: another may serve them then.
  active boolean not null default true,
  check (num_nonnulls(her_id, org_number, receiver_id) = 1)
);
create unique index webhook_served_her on webhook_served (her_id) where active;
create unique index webhook_served_org on webhook_served (org_number) where active;
create unique index webhook_served_receiver on webhook_served (receiver_id) where active;

-- Through whom a reminder went.
alter table reminder add column subscriber_id uuid references webhook_subscriber;
create index reminder_subscriber on reminder (subscriber_id) where subscriber_id is not null;
