-- Whoever stops the last reminder of an attempt that waited gives the attempt its outcome. The outcome is the reminders' to say, and the API may set no
-- other: so it is a function, and not a right to the table.
create function settle_stopped(p_attempt uuid, p_at timestamptz) returns void language sql volatile security definer set search_path = public, pg_temp as $$
  update obligation_attempt a
     set outcome = r.outcome, code = 'stopped', ended_at = p_at
    from (select case when bool_or(sent_at is not null) then 'sent' when bool_or(state = 'failed') then 'failed' else 'suppressed' end as outcome,
                 bool_or(state in ('planned', 'sending')) as waits, bool_or(code = 'stopped') as stopped
            from reminder where attempt_id = p_attempt) r
   where a.id = p_attempt and a.outcome is null and r.stopped and not r.waits and sees_pathway(a.pathway_id)
$$;
revoke all on function settle_stopped from public;
grant execute on function settle_stopped to forlop_api;
