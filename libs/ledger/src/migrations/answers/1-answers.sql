-- Whoever has a link that answers sees one reminder, and of everything else only what recording the answer needs: the pathway that it is about.
create function app_reminder() returns uuid language sql stable as $$
  select nullif(current_setting('app.reminder', true), '')::uuid
$$;

-- As before (erasure-by-people/1-purpose.sql), and for answers: the pathway of a reminder that was sent.
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
  if current_setting('app.purpose', true) = 'answer' then
    return exists (select from public.reminder r where r.id = public.app_reminder() and r.pathway_id = p_id and r.sent_at is not null);
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

-- Other reminders of the same pathway are none of theirs.
create policy api_answers on reminder as restrictive to forlop_api
  using (app_purpose() is distinct from 'answer' or id = app_reminder()) with check (app_purpose() is distinct from 'answer' or id = app_reminder());
create policy api_answers on reminder_entry as restrictive to forlop_api
  using (app_purpose() is distinct from 'answer' or reminder_id = app_reminder()) with check (app_purpose() is distinct from 'answer' or reminder_id = app_reminder());

-- A receiver who has unsubscribed from digests gets each reminder by itself: duties cannot be turned off.
alter table receiver add column undigested_at timestamptz;
grant update (undigested_at) on receiver to forlop_api;
-- Answered is what no receipt is waited for any more.
grant update (receipt_due_at) on reminder to forlop_api;
