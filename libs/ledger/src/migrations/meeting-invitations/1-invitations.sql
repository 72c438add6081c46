-- What each who is asked to a meeting is mailed: that it is, that it was moved, that it is off. A row for each mail; its id is the message's too.
create table meeting_invitation (
  id uuid primary key,
  -- The order in which they were decided.
  line bigint generated always as identity,
  meeting_id uuid not null references meeting,
  participant_id uuid not null references meeting_participant,
  pathway_id uuid not null references pathway,
  patient_id uuid not null references patient,
  -- RFC 5546.
  method text not null check (method in ('REQUEST', 'CANCEL')),
  -- The meeting's, as it was when this was decided.
  sequence integer not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  form text not null,
  state text not null check (state in ('planned', 'sending', 'sent', 'failed', 'suppressed')),
  -- Why it failed, waits, or was not sent.
  code text,
  -- The address that it goes to: what is written on the list later does not change it.
  sealed bytea not null,
  claims integer not null default 0,
  next_try_at timestamptz not null,
  planned_at timestamptz not null,
  claimed_at timestamptz,
  sent_at timestamptz
);
create index meeting_invitation_meeting on meeting_invitation (meeting_id, line);
create index meeting_invitation_due on meeting_invitation (next_try_at) where state in ('planned', 'sending');

alter table meeting_invitation enable row level security;
alter table meeting_invitation force row level security;
create policy migrations on meeting_invitation to forlop_owner using (true) with check (true);
create policy engine on meeting_invitation to forlop_app using (true) with check (true);
create policy api on meeting_invitation to forlop_api using (sees_pathway(pathway_id)) with check (sees_pathway(pathway_id));
grant select, insert, update on meeting_invitation to forlop_app;
grant select, insert on meeting_invitation to forlop_api;
-- Whoever moves or calls off a meeting takes back what is not sent yet; what has been sent only the courier tells.
grant update (state, code) on meeting_invitation to forlop_api;
