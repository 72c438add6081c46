-- What a coordinator's list shows and is sorted by beside dates: who follows the patient up, who is waited for, and since when there is
-- something to do. Made from the events as all of pathway_state; `rebuild` fills them for pathways that nobody has written to since.
alter table pathway_state
  -- The role that follows the pathway from its first step, and the person who has been given it; '' for nobody, so that an index finds them in order.
  add column owner_role text not null default '',
  add column owner_person text not null default '',
  -- Person by role, for all roles that somebody has been given.
  add column persons jsonb not null default '{}',
  -- Whose turn it is; null when nothing is awaited.
  add column next_role text,
  add column waits_for_others boolean not null default false,
  -- The first day on which the house owes something: a duty is open, or a clock of its own falls due.
  add column todo_from date,
  add column last_contact_on date,
  -- Never in contact comes first.
  add column contact_sort date generated always as (coalesce(last_contact_on, '-infinity'::date)) stored,
  add column variant_sort text generated always as (coalesce(variant, '')) stored;
create index pathway_state_owner on pathway_state (organisation_id, owner_person, due_sort, pathway_id) where listed;
create index pathway_state_owner_sort on pathway_state (organisation_id, owner_person, pathway_id) where listed;
create index pathway_state_contact on pathway_state (organisation_id, contact_sort, pathway_id) where listed;
create index pathway_state_step_sort on pathway_state (organisation_id, step, pathway_id) where listed;
create index pathway_state_variant_sort on pathway_state (organisation_id, variant_sort, pathway_id) where listed;
create index pathway_state_todo on pathway_state (organisation_id, todo_from, pathway_id) where listed and todo_from is not null;
create index pathway_state_others on pathway_state (organisation_id, due_sort, pathway_id) where listed and waits_for_others;

-- Who sees to what does not fit, and whether somebody has looked at it and let it stand, with a reason that the events keep.
alter table finding_row add column owner_person text, add column set_aside boolean not null default false;
create index finding_row_open on finding_row (organisation_id, occurred_on, pathway_id, key) where not set_aside;
