do $$
declare
  t text;
  -- As in quick-policies/1-policies.sql: a pathway's own row says yes where it can, so that lists do not ask for each row in full.
  quick constant text := $policy$
    ((select length(current_setting('app.orgs', true)) > 2)
      and (select true from pathway_state s
            where s.pathway_id = %1$I.pathway_id and s.organisation_id = any((select app_organisations())::uuid[]) and not s.restricted and s.organisation_until is null)
     or sees_pathway(%1$I.pathway_id))$policy$;
begin
  foreach t in array array['mirrored_appointment', 'mirrored_capacity', 'appointment_request'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy migrations on %I to forlop_owner using (true) with check (true)', t);
    execute format('create policy engine on %I to forlop_app using (true) with check (true)', t);
  end loop;
  -- Without a pathway nobody sees it but whoever takes in what a system sends.
  foreach t in array array['mirrored_appointment', 'appointment_request'] loop
    execute format('create policy api on %1$I to forlop_api using (' || quick || ') with check (' || quick || ')', t);
  end loop;
end
$$;
create policy api on mirrored_capacity to forlop_api
  using (organisation_id = any((select app_organisations())::uuid[])) with check (organisation_id = any((select app_organisations())::uuid[]));

grant select, insert, update, delete on mirrored_appointment to forlop_app;
grant select, insert, update on mirrored_capacity, appointment_request to forlop_app;
grant select, insert, update on mirrored_appointment, mirrored_capacity, appointment_request to forlop_api;
