-- The work around a pathway: courses, meetings and plans. What becomes of it stands as events on the pathway; this is what leads there.
-- Free text is sealed under the patient's key, and goes with it. Courses themselves speak of no patient.
create table course (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  -- What the pathways' definitions call this kind of course.
  kind text not null,
  title text not null,
  audience text,
  place text,
  video_url text,
  places integer not null check (places between 1 and 500),
  -- How long an offer stands that is made when somebody moves up.
  answer_days integer not null check (answer_days between 1 and 90),
  cancelled_at timestamptz,
  cancelled_reason text,
  created_by text not null,
  created_at timestamptz not null,
  check ((cancelled_at is null) = (cancelled_reason is null))
);
create index course_organisation on course (organisation_id);

create table course_session (
  id uuid primary key,
  course_id uuid not null references course,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  check (ends_at > starts_at)
);
create index course_session_course on course_session (course_id, starts_at);

create table course_offer (
  id uuid primary key,
  course_id uuid not null references course,
  pathway_id uuid not null references pathway,
  -- Whose key the reason is under.
  patient_id uuid not null references patient,
  state text not null check (state in ('waiting', 'offered', 'accepted', 'declined', 'not-relevant', 'withdrawn', 'completed', 'interrupted', 'course-cancelled')),
  -- The order of the waiting list.
  line bigint generated always as identity,
  offered_on date,
  answer_by date,
  answered_on date,
  moved_up_at timestamptz,
  sealed bytea,
  changed_by text not null,
  changed_at timestamptz not null
);
create unique index course_offer_one on course_offer (course_id, pathway_id) where state in ('waiting', 'offered', 'accepted', 'completed');
create index course_offer_line on course_offer (course_id, state, line);
create index course_offer_pathway on course_offer (pathway_id);

create table course_attendance (
  offer_id uuid not null references course_offer,
  session_id uuid not null references course_session,
  pathway_id uuid not null references pathway,
  state text not null check (state in ('present', 'absent', 'excused')),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (offer_id, session_id)
);

create table meeting (
  id uuid primary key,
  pathway_id uuid not null references pathway,
  patient_id uuid not null references patient,
  kind text not null,
  state text not null check (state in ('planned', 'held', 'not-held', 'cancelled')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  form text not null check (form in ('fysisk', 'video', 'telefon')),
  -- RFC 5545: grows each time that those who are asked must be told anew.
  sequence integer not null,
  -- Place, address of the video meeting, agenda.
  sealed bytea not null,
  created_by text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (ends_at > starts_at)
);
create index meeting_pathway on meeting (pathway_id, starts_at);

create table meeting_participant (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  pathway_id uuid not null references pathway,
  patient_id uuid not null references patient,
  -- Who they are there as, by the definition's code.
  code text not null,
  required boolean not null,
  answer text check (answer in ('accepted', 'declined', 'tentative')),
  attended boolean,
  sealed bytea not null
);
create index meeting_participant_meeting on meeting_participant (meeting_id);

-- Minutes are never changed; a correction is a new version.
create table meeting_minutes (
  meeting_id uuid not null references meeting,
  version integer not null,
  pathway_id uuid not null references pathway,
  patient_id uuid not null references patient,
  sealed bytea not null,
  written_by text not null,
  written_at timestamptz not null,
  primary key (meeting_id, version)
);

create table care_plan (
  id uuid primary key,
  pathway_id uuid not null references pathway,
  -- The definition's plan, and the version whose lines it was made of.
  plan text not null,
  definition_version text not null,
  created_by text not null,
  created_at timestamptz not null,
  unique (pathway_id, plan)
);

create table care_plan_item (
  plan_id uuid not null references care_plan,
  item text not null,
  pathway_id uuid not null references pathway,
  patient_id uuid not null references patient,
  line integer not null,
  owner text not null,
  due_on date,
  state text not null check (state in ('not-begun', 'agreed', 'done', 'not-relevant')),
  -- What was recorded on the pathway when it was settled; taken back when it is opened again.
  event_ids uuid[] not null default '{}',
  -- The person who has it, the note, and why it is not relevant.
  sealed bytea,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (plan_id, item)
);
create index care_plan_item_open on care_plan_item (due_on, pathway_id) where state in ('not-begun', 'agreed');

-- Everything that happened with an offer, a meeting or a plan, in order. Nothing of it is changed.
create table work_entry (
  id bigint generated always as identity primary key,
  pathway_id uuid not null references pathway,
  patient_id uuid not null references patient,
  -- The offer, the meeting or the plan.
  about uuid not null,
  what text not null,
  -- Codes, days and instants, never a text.
  detail jsonb not null default '{}',
  sealed bytea,
  actor text not null,
  at timestamptz not null
);
create index work_entry_about on work_entry (about, id);
create index work_entry_pathway on work_entry (pathway_id, id);
