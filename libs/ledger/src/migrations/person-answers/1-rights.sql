-- Whoever sets a contact that has no address fails what waited for the one before.
grant update (code, closed_at) on reminder to forlop_api;
-- By which answers somebody has answered already.
create index reminder_entry_answers on reminder_entry (reminder_id, code) where what in ('answered', 'acknowledged');
