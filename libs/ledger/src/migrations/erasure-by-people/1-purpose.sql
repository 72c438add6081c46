-- An erasure concerns all records of a person, wherever they are. The ledger sets the purpose for its own calls only.
-- Whether they may see this pathway now. Its owner's rights let it read the tables that it asks; each of these has a policy of its
-- own, so nothing goes in a circle. The names are written out, so that no other schema's can take their place.
create or replace function sees_pathway(p_id uuid) returns boolean language plpgsql stable security definer cost 500 as $$
declare
  organisations uuid[];
  persons bytea[];
  today date;
  denied boolean;
begin
  if current_setting('app.purpose', true) in ('intake', 'erasure') then
    return true;
  end if;
  if coalesce(current_setting('app.actor', true), '') = '' then
    return false;
  end if;
  organisations := nullif(current_setting('app.orgs', true), '')::uuid[];
  persons := nullif(current_setting('app.persons', true), '')::bytea[];
  today := public.app_today();
  -- Nearly always: they have access, and the patient has blocked nobody.
  if exists (
    select from public.pathway_access a
     where a.pathway_id = p_id and a.in_step and not a.denies and not a.contested and a.valid_from <= today and (a.valid_to is null or a.valid_to > today)
       and (a.organisation_id = any(organisations) or a.person = any(persons) and (a.steps is null or public.app_parts())))
  then
    return true;
  end if;
  denied := exists (
    select from public.pathway_access a
     where a.pathway_id = p_id and a.denies and a.valid_from <= today and (a.valid_to is null or a.valid_to > today)
       and (a.person = any(persons) or a.organisation_id = any(public.app_lineage())));
  if not denied and exists (
    select from public.pathway_access a
     where a.pathway_id = p_id and a.in_step and not a.denies and a.valid_from <= today and (a.valid_to is null or a.valid_to > today)
       and (a.organisation_id = any(organisations) or a.person = any(persons) and (a.steps is null or public.app_parts())))
  then
    return true;
  end if;
  -- Only danger to life and health goes before the patient's own blocking.
  return exists (
    select from public.break_glass g
     where g.actor = public.app_actor() and g.pathway_id = p_id and g.from_at <= public.app_now() and g.until_at > public.app_now()
       and (g.kind = 'liv-og-helse' or not denied));
end
$$;

-- Whether they may see one of the patient's pathways. A record that was found to be of a known person is hers.
create or replace function sees_patient(p_id uuid) returns boolean language plpgsql stable security definer cost 1000 as $$
declare
  found_id uuid;
begin
  if current_setting('app.purpose', true) in ('intake', 'erasure') then
    return true;
  end if;
  for found_id in
    select p.id from public.pathway p
     where p.patient_id = p_id or p.patient_id = (select m.merged_into from public.patient m where m.id = p_id)
  loop
    if public.sees_pathway(found_id) then
      return true;
    end if;
  end loop;
  return false;
end
$$;
