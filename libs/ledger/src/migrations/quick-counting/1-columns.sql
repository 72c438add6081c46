-- What an occurrence counts as from the day that it was written for, told by `settledOf` of @forlop/compliance: null while that may still change by
-- time alone, and before `rebuild`. An audit counts the settled from one index, and judges only the others when it is asked.
alter table clock_row add column counts_as text, add column until_on date;
-- All that a number of a year needs, row-level security included, so that no row of the table is fetched.
create index clock_row_counted on clock_row (organisation_id, clock, start_on) include (counts_as, until_on, pathway_id, restricted, organisation_until) where counts_as is not null;
create index clock_row_unsettled on clock_row (organisation_id, start_on) where counts_as is null;

-- Whether the patient has another pathway, so that the few who have are judged together with it. True for good once it was: who has no longer is
-- judged in full, and found to be no duplicate.
alter table pathway_state add column several boolean not null default false;
create index pathway_state_several on pathway_state (organisation_id) where several;
-- Of all pathways, whoever writes: the other one may be another hospital's. Whoever adds to a patient holds the patient's lock.
create function mark_several() returns trigger language plpgsql security definer as $$
declare
  others uuid[];
begin
  select array_agg(q.id) into others from public.pathway p join public.pathway q on q.patient_id = p.patient_id and q.id <> p.id where p.id = new.pathway_id;
  new.several := others is not null;
  if new.several then
    update public.pathway_state s set several = true where s.pathway_id = any(others) and not s.several;
  end if;
  return new;
end
$$;
revoke all on function mark_several from public;
create trigger pathway_state_several before insert on pathway_state for each row execute function mark_several();
update pathway_state s set several = true from pathway p where p.id = s.pathway_id and exists (select from pathway q where q.patient_id = p.patient_id and q.id <> p.id);

-- Whose eyes a transaction has is the same in all processes that work for it: settings go along. So what they may see can be counted in parallel.
alter function app_actor() parallel safe;
alter function app_purpose() parallel safe;
alter function app_organisations() parallel safe;
alter function app_persons() parallel safe;
alter function app_parts() parallel safe;
alter function app_now() parallel safe;
alter function app_today() parallel safe;
alter function app_lineage() parallel safe;
alter function sees_pathway(uuid) parallel safe;
