-- Who has logged in: the principal's id, by which patients are given to somebody, and the keyed hash of the person's number, by which roles are
-- held. Remembered beyond the session: a colleague who is at home today can be given a patient.
create table known_person (
  principal text primary key,
  person bytea not null
);
create index known_person_person on known_person (person);
insert into known_person (principal, person) select distinct principal, person from web_session where person is not null;

grant select, insert on known_person to forlop_api;
grant select, insert on known_person to forlop_app;
