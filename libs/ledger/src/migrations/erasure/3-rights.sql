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
