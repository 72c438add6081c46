-- As before (compliance/2-state.sql), without reading ten thousand events each time: what was recorded since the last root is read backwards in short stretches, until one
-- has nothing of it; and where there is too much of it, only one event is looked at.
create or replace function compliance_state(known_at bigint, out place bigint, out root_day date, out root_hash text, out since text)
language plpgsql stable security definer as $$
declare
  most constant int := 10000;
  stretch constant int := 200;
  made timestamptz;
  bound bigint;
  upto bigint;
  counted int := 0;
  found int;
  hashes bytea := '';
  part bytea;
begin
  select r.day, encode(sha256(convert_to(r.line, 'UTF8')), 'hex'), r.made_at into root_day, root_hash, made
    from public.daily_root r
   where r.made_at <= coalesce((select e.recorded_at from public.event e where e.position <= known_at order by e.position desc limit 1), 'infinity')
   order by r.day desc limit 1;
  select coalesce(max(e.position), 0) into place from public.event e where known_at is null or e.position <= known_at;
  select e.position into bound from public.event e where e.position <= place order by e.position desc offset most limit 1;
  if bound is not null and (made is null or (select e.recorded_at > made from public.event e where e.position = bound)) then
    return;
  end if;
  upto := place;
  loop
    select count(*) filter (where made is null or x.recorded_at > made), coalesce(string_agg(x.hash, ''::bytea order by x.position) filter (where made is null or x.recorded_at > made), ''::bytea), min(x.position)
      into found, part, upto
      from (select e.position, e.hash, e.recorded_at from public.event e where e.position <= upto order by e.position desc limit stretch) x;
    exit when found = 0;
    counted := counted + found;
    hashes := part || hashes;
    exit when upto is null;
    upto := upto - 1;
  end loop;
  since := case when counted <= most then encode(sha256(hashes), 'hex') end;
end
$$;
