-- The last place in the ledger whose event was recorded before a day in Oslo was over; 0 when there was none. Times grow with places, but for transactions that ran at once, so
-- it is found by halving, in some twenty-five steps by the primary key, however long ago the day is.
create function compliance_place(day date) returns bigint
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  midnight constant timestamptz := (day + 1)::timestamp at time zone 'Europe/Oslo';
  low bigint := 0;
  high bigint := (select coalesce(max(e.position), 0) from public.event e);
  middle bigint;
begin
  while low < high loop
    middle := low + (high - low + 1) / 2;
    if coalesce((select e.recorded_at < midnight from public.event e where e.position <= middle order by e.position desc limit 1), true) then
      low := middle;
    else
      high := middle - 1;
    end if;
  end loop;
  return (select coalesce(max(e.position), 0) from public.event e where e.position <= low);
end
$$;
revoke all on function compliance_place from public;
grant execute on function compliance_place to forlop_app, forlop_api;
