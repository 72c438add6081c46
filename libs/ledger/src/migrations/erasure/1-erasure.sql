-- Erasing a patient destroys her key and all that finds her; events and dates stay, as what nobody can say whose it is.

-- What the kernel judges an erased patient's age by (docs/decisions/0003); null where nothing turns on it.
alter table patient add column surrogate_birth_date date;

-- Every id that an answer names, so that the answers about a patient can be found. Null: from before they were kept.
alter table idempotency add column mentions uuid[];

-- Referrals of patients that were erased, without whose they were: a sender that repeats itself does not bring her back.
create table erased_source (
  system text not null,
  id_hash bytea not null,
  primary key (system, id_hash)
);

-- A wish that a patient be erased. One person asks, another carries it out.
create table erasure (
  id uuid primary key,
  patient_id uuid not null references patient,
  -- The pathway by which she was named.
  pathway_id uuid not null references pathway,
  legal_basis text not null check (legal_basis in ('retention-over', 'patients-demand', 'wrong-person', 'order')),
  -- Under the house's own key: it must be readable when the patient's is gone.
  sealed_reason bytea not null,
  requested_by text not null,
  requested_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'withdrawn', 'carried-out')),
  ended_by text,
  ended_at timestamptz,
  check ((state = 'open') = (ended_at is null)),
  check (state <> 'carried-out' or ended_by <> requested_by)
);
create unique index erasure_open on erasure (patient_id) where state = 'open';

-- A hold that a person has set: the patient is not erased while it stands.
create table erasure_hold (
  id uuid primary key,
  patient_id uuid not null references patient,
  sealed_reason bytea not null,
  set_by text not null,
  set_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz,
  sealed_lift_reason bytea,
  check ((lifted_by is null) = (lifted_at is null))
);
create index erasure_hold_standing on erasure_hold (patient_id) where lifted_at is null;

-- Everyone who was erased, in order. Exported, so that it is there when an older copy of the database is restored.
create table erasure_list (
  seq integer primary key,
  erasure_id uuid not null unique,
  -- All records of the person: her own, and those from before her identity was checked.
  patient_ids uuid[] not null,
  pathway_ids uuid[] not null,
  legal_basis text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  carried_out_by text not null,
  erased_at timestamptz not null
);

-- Which database this is: a copy that is restored is another one, under another name, or on another timeline.
create function database_fingerprint() returns text language sql stable as $$
  select (pg_control_system()).system_identifier || '/' || (select oid from pg_database where datname = current_database()) || '/' || (pg_control_checkpoint()).timeline_id
$$;

-- That this database may send to people; that the erasure list has been replayed on it.
create table database_mark (
  id bigint generated always as identity primary key,
  fingerprint text not null,
  how text not null check (how in ('installed', 'replayed', 'released')),
  actor text not null,
  at timestamptz not null default clock_timestamp(),
  why text not null
);
create index database_mark_latest on database_mark (id desc) where how <> 'replayed';
insert into database_mark (fingerprint, how, actor, why) values (database_fingerprint(), 'installed', 'system:migrate', 'Satt ved installasjon');

-- Destroys what names the records' person and what opens her texts. The caller holds the locks. `p_surrogates`: one for each
-- of the patients. Runs as the owner, so that the apps need no right to delete any of it.
create function erase_records(p_patients uuid[], p_surrogates date[], p_pathways uuid[], p_at timestamptz) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  named uuid[] := p_patients || p_pathways || array(select e.id from event e where e.pathway_id = any(p_pathways));
begin
  update patient p set wrapped_key = null, sealed_demographics = null, identifier_hash = null, surrogate_birth_date = s.born, erased_at = p_at
    from unnest(p_patients, p_surrogates) as s (id, born) where p.id = s.id;
  delete from patient_name_token where patient_id = any(p_patients);
  delete from patient_contact where patient_id = any(p_patients);
  update quarantine set sealed_original = '' where pathway_id = any(p_pathways);
  insert into erased_source (system, id_hash) select s.system, s.id_hash from referral_source s where s.pathway_id = any(p_pathways) on conflict do nothing;
  delete from referral_source where pathway_id = any(p_pathways);
  -- One without an answer is being answered: it may be the very request that erases her.
  delete from idempotency where (mentions is null and answer_sealed is not null) or mentions && named;
  delete from outbox where pathway_id = any(p_pathways);
end
$$;
