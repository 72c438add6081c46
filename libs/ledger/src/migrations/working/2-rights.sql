do $$
declare t text;
begin
  foreach t in array array['course_offer', 'course_attendance', 'meeting', 'meeting_participant', 'meeting_minutes', 'care_plan', 'care_plan_item', 'work_entry'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy migrations on %I to forlop_owner using (true) with check (true)', t);
    execute format('create policy engine on %I to forlop_app using (true) with check (true)', t);
    execute format('create policy api on %I to forlop_api using (sees_pathway(pathway_id)) with check (sees_pathway(pathway_id))', t);
  end loop;
end
$$;
grant select, insert, update on course, course_offer, course_attendance, meeting, meeting_participant, care_plan_item to forlop_app, forlop_api;
grant select, insert, delete on course_session to forlop_app, forlop_api;
grant select, insert on meeting_minutes, care_plan, work_entry to forlop_app, forlop_api;
grant usage on all sequences in schema public to forlop_app;
