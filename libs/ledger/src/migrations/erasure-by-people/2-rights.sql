-- Erases what somebody has asked for and another carries out. The API has no right to `erase_records` itself: a fault in it can erase nobody
-- without a request that waits, by another person, and without a hold on any of the records.
create function erase_requested(p_erasure uuid, p_patients uuid[], p_surrogates date[], p_pathways uuid[], p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if app_purpose() is distinct from 'erasure'
    or not exists (select from erasure e where e.id = p_erasure and e.state = 'open' and e.patient_id = any(p_patients) and e.requested_by <> app_actor())
    or exists (select from erasure_hold h where h.patient_id = any(p_patients) and h.lifted_at is null)
    or exists (select from unnest(p_pathways) x (id) left join pathway p on p.id = x.id where p.patient_id is null or p.patient_id <> all(p_patients))
  then
    raise exception 'Nobody has asked for this erasure, or it may not be carried out.' using errcode = 'insufficient_privilege';
  end if;
  perform erase_records(p_patients, p_surrogates, p_pathways, p_at);
end
$$;
revoke all on function erase_requested from public;
grant execute on function erase_requested to forlop_api;

-- What is asked for, and what holds it back, is written with that purpose only, and in one's own name.
grant insert, update on erasure, erasure_hold to forlop_api;
grant select, insert on erasure_list to forlop_api;
create policy api_asks on erasure for insert to forlop_api with check (app_purpose() = 'erasure' and requested_by = app_actor());
create policy api_ends on erasure for update to forlop_api using (app_purpose() = 'erasure') with check (app_purpose() = 'erasure' and ended_by = app_actor());
create policy api_holds on erasure_hold for insert to forlop_api with check (app_purpose() = 'erasure' and set_by = app_actor());
create policy api_lifts on erasure_hold for update to forlop_api using (app_purpose() = 'erasure') with check (app_purpose() = 'erasure' and lifted_by = app_actor());
create policy api_reads on erasure_list for select to forlop_api using (app_purpose() = 'erasure');
create policy api_adds on erasure_list for insert to forlop_api with check (app_purpose() = 'erasure' and carried_out_by = app_actor());
