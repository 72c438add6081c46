-- Read tables: what the kernel says of each pathway, as dates only (DESIGN, decision 3). They can be thrown away and
-- rebuilt from the events. A list compares the dates with its as-of date, so it is right whether or not anything ran.

create table pathway_state (
  pathway_id uuid primary key references pathway,
  organisation_id uuid not null,
  mode text not null,
  definition_id text not null,
  definition_version text not null,
  step text not null,
  step_since date not null,
  active boolean not null,
  ended_on date,
  variant text,
  variant_next text,
  variant_next_from date,
  received_on date not null,
  no_next_step_from date,
  -- First due date among the clocks that nobody has met or ended.
  next_due_on date,
  due_sort date generated always as (coalesce(next_due_on, 'infinity'::date)) stored,
  -- First day on which an open clock is broken, at risk.
  broken_from date,
  at_risk_from date,
  next_change_on date,
  finding_count integer not null,
  quarantined boolean not null,
  -- Still in the pathway, or somebody still owes something with a date.
  listed boolean not null,
  as_of date not null,
  position bigint not null,
  kernel text not null,
  -- Digest of each read row as last written, so that only changed ones are written.
  row_digests jsonb not null
) with (fillfactor = 70);
create index pathway_state_due on pathway_state (organisation_id, due_sort, pathway_id) where listed;
create index pathway_state_step on pathway_state (organisation_id, step, due_sort, pathway_id) where listed;
create index pathway_state_variant on pathway_state (organisation_id, variant, due_sort, pathway_id) where listed;
create index pathway_state_variant_next on pathway_state (organisation_id, variant_next, due_sort, pathway_id) where listed and variant_next is not null;
create index pathway_state_definition on pathway_state (organisation_id, definition_id, due_sort, pathway_id) where listed;
create index pathway_state_waiting on pathway_state (organisation_id, step_since, pathway_id) where listed;
create index pathway_state_received on pathway_state (organisation_id, received_on, pathway_id) where listed;
create index pathway_state_all on pathway_state (organisation_id, received_on, pathway_id);
create index pathway_state_broken on pathway_state (organisation_id, broken_from, pathway_id) where broken_from is not null;
create index pathway_state_void on pathway_state (organisation_id, due_sort, pathway_id) where listed and no_next_step_from is not null;
create index pathway_state_findings on pathway_state (organisation_id, due_sort, pathway_id) where listed and finding_count > 0;
create index pathway_state_quarantined on pathway_state (organisation_id, due_sort, pathway_id) where listed and quarantined;

create table clock_row (
  pathway_id uuid not null references pathway,
  key text not null,
  organisation_id uuid not null,
  clock text not null,
  occurrence integer not null,
  kind text not null,
  rule_status text not null,
  owner text not null,
  start_on date not null,
  warn_on date,
  at_risk_from date,
  due_on date,
  due_sort date generated always as (coalesce(due_on, 'infinity'::date)) stored,
  met_on date,
  ended_on date,
  ended_as text,
  passed_by_patient boolean not null,
  lapses boolean not null,
  booked_on date,
  foreseen_on date,
  delay_cause text,
  version text not null,
  facts jsonb not null,
  -- Nobody had met or ended it when it was written. Time alone only closes clocks, so this never misses an open one;
  -- lists add clock_status, which is exact.
  open boolean not null,
  -- Its owner has no earlier open clock in this pathway that will last.
  first_of_owner boolean not null,
  primary key (pathway_id, key)
) with (fillfactor = 80);
create index clock_row_open on clock_row (organisation_id, clock, due_sort, pathway_id, key) where open;
create index clock_row_due on clock_row (organisation_id, due_sort, pathway_id, key) where open;
create index clock_row_at_risk on clock_row (organisation_id, at_risk_from, due_sort, pathway_id) where open and at_risk_from is not null;
create index clock_row_all on clock_row (organisation_id, clock, due_sort, pathway_id, key);
create index clock_row_owner on clock_row (organisation_id, owner, due_sort, pathway_id, key) where first_of_owner;

create table obligation_row (
  pathway_id uuid not null references pathway,
  key text not null,
  organisation_id uuid not null,
  duty text not null,
  kind text not null,
  clock text not null,
  clock_key text not null,
  occurrence integer not null,
  to_role text not null,
  opens_on date not null,
  closes_on date,
  due_on date,
  ask_on jsonb not null,
  escalate_on date,
  escalate_to text,
  needs_confirmation boolean not null,
  template text,
  -- The obligation that a correction corrects.
  about text not null,
  primary key (pathway_id, key)
) with (fillfactor = 80);

create table finding_row (
  pathway_id uuid not null references pathway,
  key text not null,
  organisation_id uuid not null,
  code text not null,
  fact text not null,
  occurred_on date not null,
  rule text,
  detail jsonb not null,
  primary key (pathway_id, key)
);
create index finding_row_code on finding_row (organisation_id, code, occurred_on, pathway_id);
