-- Brings the sums up to date with up to `most` pathways that have been written since: takes out what they had added, and adds what they are now. Who works on one of them just
-- now is passed over. Returns the organisations whose sums it added to and how many pathways it took; one statement for each step, so that each sees
-- what was committed before the pathways were locked: rows are read after the lock, and whoever writes them takes it too.
-- Pathways are found by their indexes, in the order of these: how many are not summed the planner never knows, and it would sort a million to take a thousand.
create function sum_settled(most int, out pathways int, out organisations uuid[]) language plpgsql volatile set enable_seqscan = off set enable_sort = off as $$
declare
  chosen uuid[];
  fit uuid[];
begin
  -- Not while all is forgotten.
  perform pg_advisory_xact_lock_shared(7026002);
  select coalesce(array_agg(c.pathway_id), '{}') into chosen
    from (select s.pathway_id from pathway_state s where not s.summed and s.summed_in is not null limit most for no key update skip locked) c;
  if cardinality(chosen) < most then
    select chosen || coalesce(array_agg(c.pathway_id), '{}') into chosen
      from (select s.pathway_id from pathway_state s
             where not s.summed and not s.several and s.summed_in is null and not s.restricted and s.organisation_until is null
             order by s.organisation_id, s.received_on limit most - cardinality(chosen) for no key update skip locked) c;
  end if;
  pathways := cardinality(chosen);
  organisations := '{}';
  if pathways = 0 then
    return;
  end if;
  select coalesce(array_agg(s.pathway_id), '{}') into fit
    from pathway_state s where s.pathway_id = any(chosen) and not s.several and not s.restricted and s.organisation_until is null;

  insert into clock_kind (clock, counts_as, goes_on)
    select distinct r.clock, r.counts_as, r.until_on is null from clock_row r
     where r.pathway_id = any(fit) and r.counts_as is not null
       and not exists (select from clock_kind k where k.clock = r.clock and k.counts_as = r.counts_as and k.goes_on = (r.until_on is null))
     order by 1, 2, 3
    on conflict do nothing;

  with own as (
    select r.pathway_id, array_agg(k.id) as kinds, array_agg(r.start_on) as starts,
           array_agg(case when k.goes_on then r.start_on - date '2000-01-01' else r.until_on - r.start_on end) as waits
      from clock_row r join clock_kind k on k.clock = r.clock and k.counts_as = r.counts_as and k.goes_on = (r.until_on is null)
     where r.pathway_id = any(fit) and r.counts_as is not null group by 1),
  put as (
    insert into pathway_sum as p (pathway_id, organisation_id, kinds, starts, waits)
      select s.pathway_id, s.organisation_id, coalesce(o.kinds, '{}'), coalesce(o.starts, '{}'), coalesce(o.waits, '{}')
        from pathway_state s left join own o using (pathway_id) where s.pathway_id = any(fit)
    on conflict (pathway_id) do update set organisation_id = excluded.organisation_id, kinds = excluded.kinds, starts = excluded.starts, waits = excluded.waits
    returning old.organisation_id as was_in, old.kinds as was_kinds, old.starts as was_starts, old.waits as was_waits, new.organisation_id, new.kinds, new.starts, new.waits),
  dropped as (delete from pathway_sum p where p.pathway_id = any(chosen) and not p.pathway_id = any(fit) returning p.organisation_id, p.kinds, p.starts, p.waits),
  changes as (
    select organisation_id, date_trunc('month', start_on)::date as month, kind, wait, sum(n) as n
      from (
        select p.organisation_id, u.start_on, u.kind, u.wait, 1 as n from put p, unnest(p.kinds, p.starts, p.waits) u(kind, start_on, wait)
        union all
        select p.was_in, u.start_on, u.kind, u.wait, -1 from put p, unnest(p.was_kinds, p.was_starts, p.was_waits) u(kind, start_on, wait) where p.was_in is not null
        union all
        select d.organisation_id, u.start_on, u.kind, u.wait, -1 from dropped d, unnest(d.kinds, d.starts, d.waits) u(kind, start_on, wait)) c
     group by 1, 2, 3, 4 having sum(n) <> 0),
  added as (
    insert into clock_sum (organisation_id, month, kind, waits)
      select organisation_id, month, kind, string_agg(wait || ':' || n, ',') from changes group by 1, 2, 3
    returning organisation_id)
  select coalesce(array_agg(distinct organisation_id), '{}') into organisations from added;

  update pathway_state s set summed = s.pathway_id = any(fit), summed_in = case when s.pathway_id = any(fit) then s.organisation_id end where s.pathway_id = any(chosen);
end
$$;

-- Merges the rows of an organisation's sums, in the months that have many of one kind. Where somebody merges them already, it leaves them to whoever does.
create function merge_sums(p_organisation uuid) returns void language plpgsql volatile as $$
begin
  if not pg_try_advisory_xact_lock(7026003, hashtext(p_organisation::text)) then
    return;
  end if;
  with crowded as (select c.month from clock_sum c where c.organisation_id = p_organisation group by 1 having count(*) > 1.2 * count(distinct c.kind)),
  gone as (delete from clock_sum c where c.organisation_id = p_organisation and c.month in (select month from crowded) returning c.month, c.kind, c.waits),
  total as (
    select g.month, g.kind, split_part(w.pair, ':', 1)::int as wait, sum(split_part(w.pair, ':', 2)::int) as n
      from gone g, string_to_table(g.waits, ',') w(pair) group by 1, 2, 3 having sum(split_part(w.pair, ':', 2)::int) <> 0)
  insert into clock_sum (organisation_id, month, kind, waits)
    select p_organisation, month, kind, string_agg(wait || ':' || n, ',' order by wait) from total group by 1, 2, 3;
end
$$;

-- What the sums have of pathways that have been written since, to be taken out of what they say. As its owner: who looks may not see such a pathway any more, and it must be taken
-- out all the same. Of their own organisations' sums only; the engine's of all that are asked about (null: of all).
-- They are few, which the planner does not know: it would begin three processes to find none.
create function outdated_sums(p_organisations uuid[], p_from date, p_to date) returns table (organisation_id uuid, month date, kind int, waits text)
language sql stable security definer set search_path = pg_catalog
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set max_parallel_workers_per_gather = 0 as $$
  select p.organisation_id, date_trunc('month', u.start_on)::date, u.kind, string_agg(u.wait || ':-1', ',')
    from public.pathway_state s join public.pathway_sum p on p.pathway_id = s.pathway_id, unnest(p.kinds, p.starts, p.waits) u(kind, start_on, wait)
   where not s.summed and s.summed_in is not null and (p_organisations is null or s.summed_in = any(p_organisations))
     and (current_setting('role') = 'forlop_app' or s.summed_in = any(public.app_organisations())) and u.start_on between p_from and p_to
   group by 1, 2, 3
$$;

revoke all on function sum_settled, merge_sums, outdated_sums from public;
grant execute on function sum_settled, merge_sums to forlop_app;
grant execute on function outdated_sums to forlop_app, forlop_api;

-- Forgets all sums, so that they are made anew. Waits for those who sum, who wait for it.
create function reset_sums() returns void language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(7026002);
  delete from clock_sum;
  delete from pathway_sum;
  update pathway_state set summed = false, summed_in = null where summed or summed_in is not null;
end
$$;

-- What does not add up in an organisation's sums: pathways that have added something else than their rows say, and kinds of a month that are not what all pathways have added.
create function wrong_sums(p_organisation uuid) returns table (pathway_id uuid, month date, clock text) language sql stable as $$
  with told as (
    select p.pathway_id, u.start_on, u.kind, u.wait from pathway_sum p, unnest(p.kinds, p.starts, p.waits) u(kind, start_on, wait) where p.organisation_id = p_organisation),
  current_ones as (select s.pathway_id from pathway_state s where s.summed and s.organisation_id = p_organisation),
  stand as (
    select r.pathway_id, r.start_on, k.id as kind, case when r.until_on is null then r.start_on - date '2000-01-01' else r.until_on - r.start_on end as wait
      from clock_row r left join clock_kind k on k.clock = r.clock and k.counts_as = r.counts_as and k.goes_on = (r.until_on is null)
     where r.organisation_id = p_organisation and r.counts_as is not null and r.pathway_id in (select c.pathway_id from current_ones c)),
  told_now as (select t.* from told t where t.pathway_id in (select c.pathway_id from current_ones c)),
  other as ((select * from told_now except all select * from stand) union all (select * from stand except all select * from told_now)),
  counted as (
    select date_trunc('month', t.start_on)::date as month, t.kind, t.wait, 1 as n from told t
    union all
    select c.month, c.kind, split_part(w.pair, ':', 1)::int, -split_part(w.pair, ':', 2)::int from clock_sum c, string_to_table(c.waits, ',') w(pair) where c.organisation_id = p_organisation),
  wrong as (select distinct c.month, c.kind from counted c group by c.month, c.kind, c.wait having sum(c.n) <> 0)
  select distinct o.pathway_id, null::date, null::text from other o
  union all
  select s.pathway_id, null, null from pathway_state s left join pathway_sum p on p.pathway_id = s.pathway_id
   where s.summed and s.organisation_id = p_organisation and (p.pathway_id is null or p.organisation_id <> s.organisation_id or s.several or s.restricted or s.organisation_until is not null)
  union all
  select null, w.month, k.clock from wrong w left join clock_kind k on k.id = w.kind
$$;
revoke all on function reset_sums, wrong_sums from public;
grant execute on function reset_sums, wrong_sums to forlop_app;
