-- What came in and belongs to nothing gets somebody who sees to it: until now it only lay there.
alter table unmatched_message
  drop column seen_by,
  drop column seen_at,
  add column kind text not null default 'unreadable' check (kind in ('app-rec', 'dialogmelding', 'unreadable')),
  -- As the transport says, not as the document does.
  add column sender_her_id text,
  add column receiver_her_id text,
  add column owner text,
  add column settled_at timestamptz,
  add column settled_by text,
  add column outcome text check (outcome in ('attached', 'set-aside')),
  -- Why it was set aside, under a key of the installation.
  add column sealed_reason bytea,
  -- The pathway that it was put on.
  add column attached_to uuid references pathway,
  -- What was put on a pathway lies there, under the patient's key; what was set aside is forgotten after a while.
  alter column sealed drop not null,
  add check ((outcome is null) = (settled_at is null)),
  add check ((outcome is not distinct from 'attached') = (attached_to is not null));
create index unmatched_message_open on unmatched_message (received_at, id) where settled_at is null;

-- What happened with it, in order. Nothing of it is changed.
create table unmatched_entry (
  id bigint generated always as identity primary key,
  message_id uuid not null references unmatched_message,
  at timestamptz not null,
  what text not null,
  actor text not null,
  -- Whom it was given to.
  owner text
);
create index unmatched_entry_message on unmatched_entry (message_id, id);

-- Whose it is: the organisation with the HER-id that it was sent to; where none has it, the only one at the top, if there is only one.
create function unmatched_organisation(p_her_id text) returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(
    (select o.id from public.organisation o where o.her_id = p_her_id limit 1),
    (select case when count(*) = 1 then (array_agg(o.id))[1] end from public.organisation o
      where o.registered_by = 'operator' and o.parent_id is null and o.kind in ('region', 'hospital', 'unit')))
$$;
revoke all on function unmatched_organisation(text) from public;
grant execute on function unmatched_organisation(text) to forlop_app, forlop_api;

alter table unmatched_entry enable row level security;
alter table unmatched_entry force row level security;
create policy migrations on unmatched_entry to forlop_owner using (true) with check (true);
create policy engine on unmatched_entry to forlop_app using (true) with check (true);
-- It has no patient: whoever reaches the organisation that it was sent to sees it (which roles, libs/access says).
create policy api on unmatched_message to forlop_api
  using (unmatched_organisation(receiver_her_id) = any((select app_organisations())::uuid[]))
  with check (unmatched_organisation(receiver_her_id) = any((select app_organisations())::uuid[]));
create policy api on unmatched_entry to forlop_api
  using (exists (select from unmatched_message m where m.id = message_id))
  with check (exists (select from unmatched_message m where m.id = message_id));
grant select, insert on unmatched_entry to forlop_app, forlop_api;
grant select on unmatched_message to forlop_api;
grant update (owner, settled_at, settled_by, outcome, sealed_reason, attached_to, sealed) on unmatched_message to forlop_api;
