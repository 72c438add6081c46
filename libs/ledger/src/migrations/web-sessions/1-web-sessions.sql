-- Who is logged in by a browser, so that a person sees and ends her own sessions, and an administrator somebody's. The session itself is in the
-- browser's cookie alone: keys are hashes, and nobody can make a cookie of a row.
create table web_session (
  key bytea primary key,
  -- By what the session may have been ended; its own key among them.
  keys bytea[] not null,
  -- The principal's id, and the keyed hash of the person's number.
  principal text not null,
  person bytea,
  began timestamptz not null,
  until timestamptz not null,
  -- As the browser names itself.
  browser text
);
create index web_session_principal on web_session (principal);
create index web_session_person on web_session (person);
create index web_session_until on web_session (until);

grant select, insert on web_session to forlop_api;
grant select, insert, delete on web_session to forlop_app;
