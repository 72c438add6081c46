-- What all processes of the API must know of log-ins: proofs that were used, and sessions that were ended before their
-- time. Keys are hashes, which say nothing of a person. Rows go when nobody could show the thing again (clean).
create table used_once (
  key bytea primary key,
  until timestamptz not null
);
create index used_once_until on used_once (until);

create table ended_session (
  key bytea primary key,
  -- Sessions begun later are not meant.
  ended_at timestamptz not null,
  until timestamptz not null
);
create index ended_session_until on ended_session (until);

-- A used proof is never taken back by the API.
grant insert on used_once to forlop_api;
grant select (key) on used_once to forlop_api;
grant select, insert, update on ended_session to forlop_api;
grant select, insert, update, delete on used_once, ended_session to forlop_app;
