-- When each national registry was asked about a pathway's patient, when its last answer was given, and what that was: sealed
-- under the patient's key, so that it goes with her.
create table registry_look (
  pathway_id uuid not null references pathway,
  registry text not null check (registry in ('persontjenesten', 'fastlegeregisteret', 'adresseregisteret')),
  -- Whose key it is under: a quarantined referral's pathway may turn out to be another's.
  patient_id uuid not null references patient,
  asked_at timestamptz not null,
  -- Null: asked, and nothing that could be read was answered yet.
  answered_at timestamptz,
  sealed bytea,
  primary key (pathway_id, registry),
  check ((answered_at is null) = (sealed is null))
);

alter table registry_look enable row level security;
alter table registry_look force row level security;
create policy engine on registry_look to forlop_app using (true) with check (true);
create policy migrations on registry_look to forlop_owner using (true) with check (true);
-- Written by the engine alone.
create policy api on registry_look for select to forlop_api using (sees_pathway(pathway_id));
grant select, insert, update on registry_look to forlop_app;
grant select on registry_look to forlop_api;
