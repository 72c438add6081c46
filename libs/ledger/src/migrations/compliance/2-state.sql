-- What a report says of the ledger that it was made from: the last place that counts, the last daily root, and a hash over what was
-- recorded since that root. Hashes and places only; nothing of it tells of a patient. Null where more was recorded since than is read.
create function compliance_state(known_at bigint, out place bigint, out root_day date, out root_hash text, out since text)
language plpgsql stable security definer as $$
declare
  most constant int := 10000;
  made timestamptz;
  counted int;
begin
  select r.day, encode(sha256(convert_to(r.line, 'UTF8')), 'hex'), r.made_at into root_day, root_hash, made
    from public.daily_root r
   where r.made_at <= coalesce((select e.recorded_at from public.event e where e.position <= known_at order by e.position desc limit 1), 'infinity')
   order by r.day desc limit 1;
  select max(e.position) into place from public.event e where known_at is null or e.position <= known_at;
  place := coalesce(place, 0);
  select count(*), encode(sha256(coalesce(string_agg(e.hash, ''::bytea order by e.position), ''::bytea)), 'hex') into counted, since
    from (select x.position, x.hash, x.recorded_at from public.event x where x.position <= place order by x.position desc limit most + 1) e
   where made is null or e.recorded_at > made;
  if counted > most then
    since := null;
  end if;
end
$$;
revoke all on function compliance_state from public;
grant execute on function compliance_state to forlop_app, forlop_api;
