-- Whoever sets a contact may not know whether others' patients have the same one, and must still reach the same row: a receiver is looked up and
-- made with a purpose that the ledger sets for that alone, and which answers no more than the row that the contact's own number or address names.
create policy api_addresses on receiver to forlop_api using (app_purpose() = 'addressing') with check (app_purpose() = 'addressing');
grant insert, update (sealed, person, unreachable) on receiver to forlop_api;
grant insert, update (receiver_id, due_at) on reminder to forlop_api;
