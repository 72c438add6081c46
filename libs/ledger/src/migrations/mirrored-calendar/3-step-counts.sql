-- Where patients are, for those who look after the pathways and no patients: the whole house counted, and no group of fewer than five told of.
create function step_counts(p_definition text, p_version text, p_on date)
returns table (step text, variant text, whole_step boolean, patients integer, median_days integer, p90_days integer, overdue integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.step, s.shown, grouping(s.shown) = 1, case when count(*) >= 5 then count(*)::int end,
         case when count(*) >= 5 then percentile_disc(0.5) within group (order by s.days) end,
         case when count(*) >= 5 then percentile_disc(0.9) within group (order by s.days) end,
         case when count(*) >= 5 and count(*) filter (where s.overdue) >= 5 then count(*) filter (where s.overdue)::int end
    from (select x.step, p_on - x.step_since as days, coalesce(x.broken_from <= p_on, false) as overdue,
                 coalesce(case when x.variant_next_from <= p_on then x.variant_next else x.variant end, '') as shown
            from pathway_state x
           where x.definition_id = p_definition and x.definition_version = p_version and x.listed and x.mode <> 'historical') s
   group by grouping sets ((s.step), (s.step, s.shown))
$$;
revoke all on function step_counts from public;
grant execute on function step_counts to forlop_api, forlop_app;
