-- Whose eyes a transaction has (libs/ledger/src/database/database.ts sets it). Without a word: nobody's.
create function app_actor() returns text language sql stable as $$
  select nullif(current_setting('app.actor', true), '')
$$;
create function app_purpose() returns text language sql stable as $$
  select nullif(current_setting('app.purpose', true), '')
$$;
create function app_organisations() returns uuid[] language sql stable as $$
  select nullif(current_setting('app.orgs', true), '')::uuid[]
$$;
create function app_persons() returns bytea[] language sql stable as $$
  select nullif(current_setting('app.persons', true), '')::bytea[]
$$;
-- Whether a pathway counts that they take part in some steps of only.
create function app_parts() returns boolean language sql stable as $$
  select current_setting('app.parts', true) is distinct from 'none'
$$;
-- The ledger's now: the database's, unless the ledger lives at another time (a rehearsal).
create function app_now() returns timestamptz language sql stable as $$
  select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now())
$$;
create function app_today() returns date language sql stable as $$
  select (app_now() at time zone 'Europe/Oslo')::date
$$;

-- The organisations that a block must name to reach whoever looks: the unit that they act for and all above it. The unit is
-- the top of what they reach, for they reach what is below it too.
create function app_lineage() returns uuid[] language sql stable as $$
  with recursive reached as (select unnest(app_organisations()) as id),
  up as (
    select o.id, o.parent_id from public.organisation o
     where o.id in (select id from reached) and (o.parent_id is null or o.parent_id not in (select id from reached))
    union
    select o.id, o.parent_id from public.organisation o join up on o.id = up.parent_id)
  select coalesce(array_agg(id), '{}') from up
$$;

-- Whether they may see this pathway now. Its owner's rights let it read the tables that it asks; each of these has a policy of its
-- own, so nothing goes in a circle. The names are written out, so that no other schema's can take their place.
create function sees_pathway(p_id uuid) returns boolean language plpgsql stable security definer cost 500 as $$
declare
  organisations uuid[];
  persons bytea[];
  today date;
  denied boolean;
begin
  if current_setting('app.purpose', true) = 'intake' then
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
create function sees_patient(p_id uuid) returns boolean language plpgsql stable security definer cost 1000 as $$
declare
  found_id uuid;
begin
  if current_setting('app.purpose', true) = 'intake' then
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

-- Tells whether an id is taken by another pathway, whoever asks: the sender of a fact has mixed two patients up, and the
-- answer says nothing of whom.
create function event_ids_elsewhere(p_ids uuid[], p_id uuid) returns setof uuid language sql stable security definer as $$
  select e.id from public.event e where e.id = any(p_ids) and e.pathway_id <> p_id
$$;
