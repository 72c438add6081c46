-- Who saw or did what about whom, why and for which organisation, and what was refused (Normen, fact sheet 15). Rows are
-- added by log_access alone and never changed. Chained by hash, one chain for each patient, and one for each actor's views
-- of several patients at once, so that two who look at different patients never wait for each other.
create table access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  chain text not null,
  seq integer not null,
  -- A permanent name of the policy (libs/access).
  action text not null,
  outcome text not null check (outcome in ('read', 'wrote', 'refused')),
  -- Null: nobody could be made out.
  actor text,
  actor_name text,
  role text,
  unit_id uuid references organisation,
  legal_entity_id uuid references organisation,
  -- Why it was allowed: the treatment relation, or another ground.
  basis text,
  -- The kind of information.
  what text not null,
  patient_ids uuid[] not null,
  pathway_ids uuid[] not null,
  -- Route, reason code of a refusal. Never what identifies a person.
  detail jsonb not null,
  correlation_id text,
  prev_hash bytea,
  hash bytea not null,
  unique (chain, seq),
  check ((seq = 1) = (prev_hash is null))
);
create index access_log_patients on access_log using gin (patient_ids);
create index access_log_actor on access_log (actor, id);
create index access_log_unit on access_log (unit_id, id);
create index access_log_refused on access_log (id) where outcome = 'refused';
create index access_log_at on access_log using brin (at);

-- The end of each chain: a row cut off at the end shows.
create table access_log_head (
  chain text primary key,
  seq integer not null,
  hash bytea not null
) with (fillfactor = 70);

create function access_log_hash(l access_log) returns bytea language sql stable as $$
  select sha256(convert_to(jsonb_build_array(
    1, l.chain, l.seq, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.action, l.outcome, l.actor, l.actor_name, l.role,
    l.unit_id, l.legal_entity_id, l.basis, l.what, l.patient_ids, l.pathway_ids, l.detail, l.correlation_id, encode(l.prev_hash, 'hex'))::text, 'UTF8'))
$$;

-- Adds one entry. Runs as the owner, so that whoever may add an entry can neither read others nor write a false chain.
create function log_access(e jsonb) returns bigint language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  l access_log%rowtype;
  head access_log_head%rowtype;
begin
  l.pathway_ids := array(select jsonb_array_elements_text(e->'pathwayIds')::uuid);
  l.patient_ids := array(select distinct p.patient_id from pathway p where p.id = any(l.pathway_ids) order by 1);
  l.chain := case when cardinality(l.patient_ids) = 1 then 'patient:' || l.patient_ids[1] else 'actor:' || coalesce(e->>'actor', 'unknown') end;
  l.action := e->>'action';
  l.outcome := e->>'outcome';
  l.actor := e->>'actor';
  l.actor_name := e->>'actorName';
  l.role := e->>'role';
  l.unit_id := (e->>'unitId')::uuid;
  l.legal_entity_id := (e->>'legalEntityId')::uuid;
  l.basis := e->>'basis';
  l.what := e->>'what';
  l.detail := coalesce(e->'detail', '{}');
  l.correlation_id := e->>'correlationId';

  insert into access_log_head (chain, seq, hash) values (l.chain, 0, '') on conflict do nothing;
  select * into head from access_log_head h where h.chain = l.chain for update;
  l.at := clock_timestamp();
  l.seq := head.seq + 1;
  l.prev_hash := case when head.seq = 0 then null else head.hash end;
  l.hash := access_log_hash(l);
  insert into access_log (at, chain, seq, action, outcome, actor, actor_name, role, unit_id, legal_entity_id, basis, what, patient_ids, pathway_ids, detail, correlation_id, prev_hash, hash)
  values (l.at, l.chain, l.seq, l.action, l.outcome, l.actor, l.actor_name, l.role, l.unit_id, l.legal_entity_id, l.basis, l.what, l.patient_ids, l.pathway_ids, l.detail, l.correlation_id, l.prev_hash, l.hash)
  returning id into l.id;
  update access_log_head set seq = l.seq, hash = l.hash where chain = l.chain;
  return l.id;
end
$$;

create trigger access_log_is_append_only before update or delete or truncate on access_log
  for each statement execute function refuse_change();
alter table access_log enable always trigger access_log_is_append_only;
revoke update, delete, truncate on access_log from public, forlop_owner;

revoke all on function access_log_hash, log_access from public;
grant execute on function access_log_hash to forlop_app;
grant execute on function log_access to forlop_app, forlop_api;
grant select on access_log, access_log_head to forlop_app;
grant select on access_log to forlop_api;

-- One's own views, those of people of one's organisations, and those of one's patients (the patient's own extract).
alter table access_log enable row level security;
alter table access_log force row level security;
create policy engine on access_log to forlop_app using (true) with check (true);
create policy migrations on access_log to forlop_owner using (true) with check (true);
create policy api on access_log for select to forlop_api
  using (app_purpose() = 'actor' and (actor = app_actor() or unit_id = any(app_organisations()) or exists (select from unnest(patient_ids) p where sees_patient(p))));
