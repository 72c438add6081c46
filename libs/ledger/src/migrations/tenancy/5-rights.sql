revoke all on function app_actor, app_purpose, app_organisations, app_persons, app_parts, app_now, app_today, app_lineage, sees_pathway, sees_patient, event_ids_elsewhere from public;
grant execute on function event_ids_elsewhere, app_now to forlop_app;
grant select, insert, update, delete on pathway_access to forlop_app;
grant select, insert on break_glass to forlop_app;
grant select, insert, update on role_grant to forlop_app;

grant usage on schema public to forlop_api;
grant execute on function
  clock_status, open_pathway, write_pathway, event_ids_elsewhere,
  app_actor, app_purpose, app_organisations, app_persons, app_parts, app_now, app_today, app_lineage, sees_pathway, sees_patient to forlop_api;
grant select, insert on event, setting, system_key, break_glass to forlop_api;
grant select, insert, update on organisation, patient, patient_contact, pathway, quarantine, pathway_state, referral_source, idempotency, role_grant to forlop_api;
grant select, insert on patient_name_token to forlop_api;
grant select, insert, update, delete on clock_row, obligation_row, finding_row, pathway_access to forlop_api;
grant select on obligation_attempt to forlop_api;
grant insert on outbox to forlop_api;
