-- Nothing recorded is changed or removed: not by the apps, which have no right to, and not by the owner, whom the
-- trigger refuses. Statement level, so that even a statement that would touch no row is refused.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only: % on % is refused.', tg_op, tg_table_name
    using errcode = 'insufficient_privilege', hint = 'Record a correction or a retraction instead.';
end
$$;
create trigger event_is_append_only before update or delete or truncate on event
  for each statement execute function refuse_change();
create trigger setting_is_append_only before update or delete or truncate on setting
  for each statement execute function refuse_change();
alter table event enable always trigger event_is_append_only;
alter table setting enable always trigger setting_is_append_only;

revoke update, delete, truncate on event, setting from public, forlop_owner;

revoke all on function clock_status, open_pathway, write_pathway, refuse_change from public;
grant usage on schema public to forlop_app;
grant execute on function clock_status, open_pathway, write_pathway to forlop_app;
grant select, insert on event, setting, system_key to forlop_app;
grant select, insert, update on organisation, patient, pathway, quarantine, obligation_attempt, pathway_state, referral_source to forlop_app;
grant select, insert, update, delete on patient_name_token, patient_contact, outbox, idempotency, clock_row, obligation_row, finding_row to forlop_app;
