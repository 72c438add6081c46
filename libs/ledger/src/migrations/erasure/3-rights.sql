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

-- The engine's alone. What asks and decides for a person does so through the engine, after the policy has been asked.
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
