-- What an occurrence of a clock counts as on a day. `outcomeOf` of @forlop/compliance says the same; a property test holds them equal.
-- Each takes the clock's status on that day (clock_status). Plain SQL, so that they are inlined into the one statement that counts.
create function compliance_outcome(status text, due_on date) returns text language sql immutable parallel safe as $$
  select case status
    when 'met' then case when due_on is null then 'excluded' else 'met' end
    when 'met-late' then 'met-late'
    when 'broken' then 'broken'
    when 'at-risk' then 'at-risk'
    when 'passed-by-patient' then 'excluded'
    when 'closed' then 'excluded'
    else 'running'
  end
$$;

-- A right that was not used is gone on the day after its date, whatever ended the clock later.
create function compliance_lapsed(status text, lapses boolean, due_on date, ended_on date, as_of date) returns boolean language sql immutable parallel safe as $$
  select status = 'closed' and lapses and due_on < case when ended_on <= as_of then ended_on else as_of end
$$;

create function compliance_reason(status text, lapsed boolean, due_on date, ended_as text) returns text language sql immutable parallel safe as $$
  select case status
    when 'met' then case when due_on is null then 'no-limit' end
    when 'passed-by-patient' then 'passed-by-patient'
    when 'closed' then case when lapsed then 'lapsed' when ended_as is null then 'ended' when ended_as = 'everything-ended' then 'death' else ended_as end
  end
$$;

-- 8446 as an enum of our own. A no-show has no code: what the patient passed without saying why, they did not attend.
create function compliance_cause(status text, code text) returns text language sql immutable parallel safe as $$
  select case
    when status in ('met-late', 'broken') then
      case when code is null then 'not-stated' when code = '1' then 'capacity' when code = '21' then 'did-not-attend' when code = '22' then 'patient-wish'
           when code = '3' then 'medical' when code = '4' then 'next-place-capacity' when code = '5' then 'declined-elsewhere' when code = '6' then 'declined-helfo' else 'other-code' end
    when status = 'passed-by-patient' then
      case code when '22' then 'patient-wish' when '5' then 'declined-elsewhere' when '6' then 'declined-helfo' else 'did-not-attend' end
  end
$$;

create function compliance_end(lapsed boolean, met_on date, ended_on date, as_of date) returns text language sql immutable parallel safe as $$
  select case when lapsed then 'ended' when met_on <= as_of then 'met' when ended_on <= as_of then 'ended' else 'open' end
$$;

create function compliance_days(lapsed boolean, start_on date, due_on date, met_on date, ended_on date, as_of date) returns integer language sql immutable parallel safe as $$
  select greatest(0, case when lapsed then due_on when met_on <= as_of then met_on when ended_on <= as_of then ended_on else as_of end - start_on)
$$;

create index clock_row_started on clock_row (organisation_id, start_on);

revoke all on function compliance_outcome, compliance_lapsed, compliance_reason, compliance_cause, compliance_end, compliance_days from public;
grant execute on function compliance_outcome, compliance_lapsed, compliance_reason, compliance_cause, compliance_end, compliance_days to forlop_app, forlop_api;
