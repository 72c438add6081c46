-- No patient is spoken of in these tables; whoever runs the house (libs/access) registers subscribers.
grant select, insert, update on webhook_key to forlop_app;
grant select on webhook_key to forlop_api;
grant select, insert, update on webhook_subscriber, webhook_served to forlop_app, forlop_api;

-- How it goes for each subscriber, for those who run the house and see no reminder: numbers, times and codes.
create function webhook_figures() returns table (subscriber_id uuid, sent bigint, under_way bigint, dead bigint, last_sent_at timestamptz, last_failed_at timestamptz, last_code text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select r.subscriber_id, count(r.sent_at), count(*) filter (where r.state = 'sending'), count(*) filter (where r.state = 'failed'),
         max(r.sent_at), max(r.closed_at) filter (where r.state = 'failed'),
         (array_agg(r.code order by r.closed_at desc nulls last) filter (where r.state = 'failed'))[1]
    from public.reminder r where r.subscriber_id is not null group by r.subscriber_id
$$;
revoke all on function webhook_figures() from public;
grant execute on function webhook_figures() to forlop_app, forlop_api;
