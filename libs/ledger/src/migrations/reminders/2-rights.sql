do $$
declare t text;
begin
  foreach t in array array['receiver', 'reminder', 'reminder_entry', 'unmatched_message'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy migrations on %I to forlop_owner using (true) with check (true)', t);
    execute format('create policy engine on %I to forlop_app using (true) with check (true)', t);
  end loop;
  foreach t in array array['reminder', 'reminder_entry'] loop
    execute format('create policy api on %I to forlop_api using (sees_pathway(pathway_id)) with check (sees_pathway(pathway_id))', t);
  end loop;
end
$$;
-- Whom one may see reminders of, and oneself. A receiver's details are sealed; the rest is what they chose.
create policy api on receiver to forlop_api using (
  person = any((select app_persons())::bytea[])
  or exists (select from reminder r where r.receiver_id = receiver.id))
  with check (
  person = any((select app_persons())::bytea[])
  or exists (select from reminder r where r.receiver_id = receiver.id));

grant select, insert, update on receiver, reminder to forlop_app;
grant select, insert on reminder_entry to forlop_app;
grant select, insert, update on unmatched_message to forlop_app;
grant usage on all sequences in schema public to forlop_app;
grant select on reminder, reminder_entry to forlop_api;
grant select on receiver to forlop_api;
grant update (channel, frequency, max_per_week, language, away_from, away_to, stand_in, updated_at) on receiver to forlop_api;
grant update (state, answer, answered_at) on reminder to forlop_api;
grant insert on reminder_entry to forlop_api;
