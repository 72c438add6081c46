-- What an import of years pays for and nobody uses. Read rows are written with their pathway in one transaction, from its own events, and can be thrown
-- away: that the pathway exists need not be looked up for each of some thirty rows (`forlop verify` compares them all).
alter table pathway_state drop constraint pathway_state_pathway_id_fkey;
alter table clock_row drop constraint clock_row_pathway_id_fkey;
alter table obligation_row drop constraint obligation_row_pathway_id_fkey;
alter table finding_row drop constraint finding_row_pathway_id_fkey;
-- Whoever follows the ledger follows its outbox; nothing reads events by transaction.
drop index event_cursor;
-- A report finds what is settled and what is not by an index each (quick-counting/1-columns.sql).
drop index clock_row_started;
-- Which events a clock follows from is told by the kernel, from the events.
alter table clock_row drop column facts;
