-- What numbers for whoever may see no patient are counted from: every row, without anything that identifies a person, and only for a
-- transaction whose eyes are of the kind `statistics`. The ledger gives these to one call alone, which hides small numbers
-- (libs/compliance/src/suppression.ts). Views of the owner's, so that the tables' own policies stay as they are.
create view statistics_clock_row as
  select pathway_id, key, organisation_id, clock, version, start_on, warn_on, at_risk_from, due_on, met_on, ended_on, ended_as, passed_by_patient, lapses, delay_cause
    from clock_row where (select app_purpose()) = 'statistics';
create view statistics_pathway_state as
  select pathway_id, definition_id, step, variant, variant_next, variant_next_from, received_on, ended_on from pathway_state where (select app_purpose()) = 'statistics';
create view statistics_finding_row as
  select pathway_id, code, rule from finding_row where (select app_purpose()) = 'statistics';
create view statistics_pathway as
  select id, patient_id, received_on from pathway where (select app_purpose()) = 'statistics';
grant select on statistics_clock_row, statistics_pathway_state, statistics_finding_row, statistics_pathway to forlop_api;
