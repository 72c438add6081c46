-- Row-level security on every table that speaks of a patient, for the owner too. The engine (worker, courier, command line) works
-- for all patients; the API sees what its transaction's eyes may see. A table without a policy for a role is empty to it.
do $$
declare
  t text;
begin
  foreach t in array array[
    'patient', 'patient_name_token', 'patient_contact', 'pathway', 'event', 'outbox', 'referral_source', 'quarantine', 'obligation_attempt',
    'idempotency', 'pathway_state', 'clock_row', 'obligation_row', 'finding_row', 'pathway_access', 'break_glass']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy engine on %I to forlop_app using (true) with check (true)', t);
    execute format('create policy migrations on %I to forlop_owner using (true) with check (true)', t);
  end loop;
  foreach t in array array['event', 'referral_source', 'quarantine', 'obligation_attempt', 'obligation_row', 'finding_row', 'pathway_access'] loop
    execute format('create policy api on %I to forlop_api using (sees_pathway(pathway_id)) with check (sees_pathway(pathway_id))', t);
  end loop;
  foreach t in array array['patient_name_token', 'patient_contact'] loop
    execute format('create policy api on %I to forlop_api using (sees_patient(patient_id)) with check (sees_patient(patient_id))', t);
  end loop;
  -- What lists are driven by: an organisation's own rows say by themselves that they are hers, so that a list or a count of
  -- thousands asks nothing else. All others, and those that are about to be handed over, are asked for one by one.
  foreach t in array array['pathway_state', 'clock_row'] loop
    execute format($policy$
      create policy api on %I to forlop_api
        using ((organisation_id = any((select app_organisations())::uuid[]) and not restricted and organisation_until is null) or sees_pathway(pathway_id))
        with check (sees_pathway(pathway_id))$policy$, t);
  end loop;
end
$$;

create policy api on patient to forlop_api using (sees_patient(id)) with check (sees_patient(id));
create policy api on pathway to forlop_api using (sees_pathway(id)) with check (sees_pathway(id));
-- The relay reads the outbox; who writes only leaves a row.
create policy api on outbox for insert to forlop_api with check (sees_pathway(pathway_id));
-- An answer may hold a patient's data: it is for whoever asked.
create policy api on idempotency to forlop_api using (actor = app_actor()) with check (actor = app_actor());
-- One's own, those of people of one's organisations, and those on one's patients.
create policy api_reads on break_glass for select to forlop_api
  using (app_purpose() = 'actor' and (actor = app_actor() or organisation_id = any(app_organisations()) or sees_pathway(pathway_id)));
create policy api_adds on break_glass for insert to forlop_api with check (app_purpose() = 'actor' and actor = app_actor());
