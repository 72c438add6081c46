create trigger erasure_list_is_append_only before update or delete or truncate on erasure_list
  for each statement execute function refuse_change();
create trigger database_mark_is_append_only before update or delete or truncate on database_mark
  for each statement execute function refuse_change();
create trigger daily_root_is_append_only before update or delete or truncate on daily_root
  for each statement execute function refuse_change();
alter table erasure_list enable always trigger erasure_list_is_append_only;
alter table database_mark enable always trigger database_mark_is_append_only;
alter table daily_root enable always trigger daily_root_is_append_only;
revoke update, delete, truncate on erasure_list, database_mark, daily_root from public, forlop_owner;

revoke all on function erase_records, database_fingerprint from public;
grant execute on function erase_records, database_fingerprint to forlop_app;
grant select, insert on erasure_list, erased_source, database_mark, daily_root to forlop_app;
grant select, insert, update on erasure, erasure_hold to forlop_app;
grant select, insert, update, delete on daily_root_head to forlop_app;

-- An intake must know a referral that was erased; the switch for effects must know a restored copy.
grant select on erased_source, database_mark to forlop_api;
grant insert on database_mark to forlop_api;
grant execute on function database_fingerprint to forlop_api;

-- Written by the engine alone: what asks and decides for a person does so through it, after the policy has been asked. Who
-- sees a patient sees that somebody has asked.
grant select on erasure, erasure_hold to forlop_api;
create policy api on erasure for select to forlop_api using (sees_patient(patient_id));
create policy api on erasure_hold for select to forlop_api using (sees_patient(patient_id));
do $$
declare
  t text;
begin
  foreach t in array array['erasure', 'erasure_hold', 'erasure_list'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy engine on %I to forlop_app using (true) with check (true)', t);
    execute format('create policy migrations on %I to forlop_owner using (true) with check (true)', t);
  end loop;
end
$$;
