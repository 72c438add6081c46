-- As before (lean-history/2-write-pathway.sql): a pathway whose rows are written is not in the sums as it stands.
create or replace function write_pathway(p_id uuid, w jsonb) returns bigint language plpgsql volatile as $$
declare
  head bigint;
begin
  if w ? 'events' then
    with added as (
      insert into event (id, pathway_id, seq, patient_id, kind, type, occurred_on, recorded_at, data, sealed, corrects, retracts, organisation_id, actor, prev_hash, hash)
      select e.id, p_id, e.seq, e.patient_id, e.kind, e.type, e.occurred_on, e.recorded_at, e.data, decode(e.sealed, 'base64'),
             e.corrects, e.retracts, e.organisation_id, e.actor, decode(e.prev_hash, 'hex'), decode(e.hash, 'hex')
        from jsonb_to_recordset(w->'events') as e (
          id uuid, seq int, patient_id uuid, kind text, type text, occurred_on date, recorded_at timestamptz, data jsonb,
          sealed text, corrects uuid, retracts uuid, organisation_id uuid, actor text, prev_hash text, hash text)
       order by e.seq
      returning position)
    select max(position) into head from added;
  end if;

  update pathway p set
    head_position = coalesce(head, p.head_position),
    head_hash = coalesce(decode(w->'head'->>'hash', 'hex'), p.head_hash),
    event_count = coalesce((w->'head'->>'count')::int, p.event_count),
    last_recorded_at = coalesce((w->'head'->>'recordedAt')::timestamptz, p.last_recorded_at),
    mode = coalesce(w->'pathway'->>'mode', p.mode),
    live_from = coalesce((w->'pathway'->>'liveFrom')::date, p.live_from),
    patient_id = coalesce((w->'pathway'->>'patientId')::uuid, p.patient_id),
    organisation_id = coalesce((w->'pathway'->>'organisationId')::uuid, p.organisation_id),
    definition_id = coalesce(w->'pathway'->>'definitionId', p.definition_id),
    definition_version = coalesce(w->'pathway'->>'definitionVersion', p.definition_version),
    received_on = coalesce((w->'pathway'->>'receivedOn')::date, p.received_on),
    finished = coalesce((w->'pathway'->>'finished')::boolean, p.finished),
    next_wake_at = case when w ? 'wake' then (w->'wake'->>'at')::timestamptz else p.next_wake_at end,
    -- What the workflow's own doing recorded, it need not be told: it has heard all if it had heard all before.
    advanced_position = case
      when w ? 'wake' or (not w ? 'tell' and p.advanced_position = p.head_position) then coalesce(head, p.head_position)
      else p.advanced_position end
  where p.id = p_id
  returning p.head_position into head;

  if w ? 'state' then
    insert into pathway_state (
      pathway_id, organisation_id, mode, definition_id, definition_version, step, step_since, active, ended_on,
      variant, variant_next, variant_next_from, received_on, no_next_step_from, next_due_on, broken_from, at_risk_from,
      next_change_on, finding_count, quarantined, listed, organisation_until, restricted, as_of, position, kernel, row_digests,
      owner_role, owner_person, persons, next_role, waits_for_others, todo_from, last_contact_on)
    select p_id, s.organisation_id, s.mode, s.definition_id, s.definition_version, s.step, s.step_since, s.active, s.ended_on,
           s.variant, s.variant_next, s.variant_next_from, s.received_on, s.no_next_step_from, s.next_due_on, s.broken_from, s.at_risk_from,
           s.next_change_on, s.finding_count, s.quarantined, s.listed, s.organisation_until, s.restricted, s.as_of, head, s.kernel, s.row_digests,
           s.owner_role, s.owner_person, s.persons, s.next_role, s.waits_for_others, s.todo_from, s.last_contact_on
      from jsonb_populate_record(null::pathway_state, w->'state') s
    on conflict (pathway_id) do update set
      organisation_id = excluded.organisation_id, mode = excluded.mode, definition_id = excluded.definition_id,
      definition_version = excluded.definition_version, step = excluded.step, step_since = excluded.step_since,
      active = excluded.active, ended_on = excluded.ended_on, variant = excluded.variant, variant_next = excluded.variant_next,
      variant_next_from = excluded.variant_next_from, received_on = excluded.received_on, no_next_step_from = excluded.no_next_step_from,
      next_due_on = excluded.next_due_on, broken_from = excluded.broken_from, at_risk_from = excluded.at_risk_from,
      next_change_on = excluded.next_change_on, finding_count = excluded.finding_count, quarantined = excluded.quarantined,
      listed = excluded.listed, organisation_until = excluded.organisation_until, restricted = excluded.restricted, as_of = excluded.as_of, position = excluded.position, kernel = excluded.kernel,
      row_digests = excluded.row_digests, owner_role = excluded.owner_role, owner_person = excluded.owner_person, persons = excluded.persons,
      next_role = excluded.next_role, waits_for_others = excluded.waits_for_others, todo_from = excluded.todo_from, last_contact_on = excluded.last_contact_on, several = excluded.several, summed = false;
  end if;

  if w ? 'dropClocks' then
    delete from clock_row where pathway_id = p_id and key in (select jsonb_array_elements_text(w->'dropClocks'));
  end if;
  if w ? 'clocks' then
    insert into clock_row (
      pathway_id, key, organisation_id, clock, occurrence, kind, rule_status, owner, start_on, warn_on, at_risk_from, due_on,
      met_on, ended_on, ended_as, passed_by_patient, lapses, booked_on, foreseen_on, delay_cause, version, open, first_of_owner, organisation_until, restricted, counts_as, until_on)
    select p_id, r.key, r.organisation_id, r.clock, r.occurrence, r.kind, r.rule_status, r.owner, r.start_on, r.warn_on, r.at_risk_from, r.due_on,
           r.met_on, r.ended_on, r.ended_as, r.passed_by_patient, r.lapses, r.booked_on, r.foreseen_on, r.delay_cause, r.version, r.open, r.first_of_owner, r.organisation_until, r.restricted, r.counts_as, r.until_on
      from jsonb_populate_recordset(null::clock_row, w->'clocks') r
    on conflict (pathway_id, key) do update set
      organisation_id = excluded.organisation_id, clock = excluded.clock, occurrence = excluded.occurrence, kind = excluded.kind,
      rule_status = excluded.rule_status, owner = excluded.owner, start_on = excluded.start_on, warn_on = excluded.warn_on,
      at_risk_from = excluded.at_risk_from, due_on = excluded.due_on, met_on = excluded.met_on, ended_on = excluded.ended_on,
      ended_as = excluded.ended_as, passed_by_patient = excluded.passed_by_patient, lapses = excluded.lapses,
      booked_on = excluded.booked_on, foreseen_on = excluded.foreseen_on, delay_cause = excluded.delay_cause,
      version = excluded.version, open = excluded.open, first_of_owner = excluded.first_of_owner,
      organisation_until = excluded.organisation_until, restricted = excluded.restricted, counts_as = excluded.counts_as, until_on = excluded.until_on;
  end if;

  if w ? 'dropObligations' then
    delete from obligation_row where pathway_id = p_id and key in (select jsonb_array_elements_text(w->'dropObligations'));
  end if;
  if w ? 'obligations' then
    insert into obligation_row (
      pathway_id, key, organisation_id, duty, kind, clock, clock_key, occurrence, to_role, opens_on, closes_on, due_on,
      ask_on, escalate_on, escalate_to, needs_confirmation, template, about)
    select p_id, r.key, r.organisation_id, r.duty, r.kind, r.clock, r.clock_key, r.occurrence, r.to_role, r.opens_on, r.closes_on, r.due_on,
           r.ask_on, r.escalate_on, r.escalate_to, r.needs_confirmation, r.template, r.about
      from jsonb_populate_recordset(null::obligation_row, w->'obligations') r
    on conflict (pathway_id, key) do update set
      organisation_id = excluded.organisation_id, duty = excluded.duty, kind = excluded.kind, clock = excluded.clock,
      clock_key = excluded.clock_key, occurrence = excluded.occurrence, to_role = excluded.to_role, opens_on = excluded.opens_on,
      closes_on = excluded.closes_on, due_on = excluded.due_on, ask_on = excluded.ask_on, escalate_on = excluded.escalate_on,
      escalate_to = excluded.escalate_to, needs_confirmation = excluded.needs_confirmation, template = excluded.template,
      about = excluded.about;
  end if;

  if w ? 'dropFindings' then
    delete from finding_row where pathway_id = p_id and key in (select jsonb_array_elements_text(w->'dropFindings'));
  end if;
  if w ? 'findings' then
    insert into finding_row (pathway_id, key, organisation_id, code, fact, occurred_on, rule, detail, owner_person, set_aside)
    select p_id, r.key, r.organisation_id, r.code, r.fact, r.occurred_on, r.rule, r.detail, r.owner_person, coalesce(r.set_aside, false)
      from jsonb_populate_recordset(null::finding_row, w->'findings') r
    on conflict (pathway_id, key) do update set
      organisation_id = excluded.organisation_id, code = excluded.code, fact = excluded.fact,
      occurred_on = excluded.occurred_on, rule = excluded.rule, detail = excluded.detail, owner_person = excluded.owner_person, set_aside = excluded.set_aside;
  end if;

  if w ? 'tell' then
    insert into outbox (pathway_id, position) values (p_id, head);
  end if;

  if w ? 'access' or w ? 'dropAccess' then
    with dropped as (
      delete from pathway_access where pathway_id = p_id and key in (select jsonb_array_elements_text(w->'dropAccess')))
    insert into pathway_access (pathway_id, key, organisation_id, person, role, basis, valid_from, valid_to, steps, in_step, denies, contested, home)
    select p_id, r.key, r.organisation_id, r.person, r.role, r.basis, r.valid_from, r.valid_to, r.steps, r.in_step, r.denies, r.contested, r.home
      from jsonb_populate_recordset(null::pathway_access, w->'access') r
    on conflict (pathway_id, key) do update set
      organisation_id = excluded.organisation_id, person = excluded.person, role = excluded.role, basis = excluded.basis,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to, steps = excluded.steps, in_step = excluded.in_step,
      denies = excluded.denies, contested = excluded.contested, home = excluded.home;
  end if;
  return head;
end
$$;
