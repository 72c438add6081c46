-- Each time that somebody asks by a person's number whether there is a patient to break the glass for. Without the number: only
-- that they asked. Who may ask without end can find out who is a patient.
create table break_glass_attempt (
  id bigint generated always as identity primary key,
  actor text not null,
  at timestamptz not null
);
create index break_glass_attempt_actor on break_glass_attempt (actor, at);
alter table break_glass_attempt enable row level security;
alter table break_glass_attempt force row level security;
create policy migrations on break_glass_attempt to forlop_owner using (true) with check (true);

-- Counts one more attempt of whoever asks, unless there were as many as they may have in the last hour. Attempts of one person
-- wait for each other, so that many at once are not let through.
create function count_glass_attempt(p_most integer) returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if app_purpose() is distinct from 'actor' or app_actor() is null then
    return false;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('break-glass:' || app_actor(), 3));
  delete from break_glass_attempt where actor = app_actor() and at <= app_now() - interval '1 hour';
  if (select count(*) from break_glass_attempt where actor = app_actor()) >= p_most then
    return false;
  end if;
  insert into break_glass_attempt (actor, at) values (app_actor(), app_now());
  return true;
end
$$;
revoke all on function count_glass_attempt from public;
grant execute on function count_glass_attempt to forlop_api;
