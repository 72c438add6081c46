-- One signed root for each day over the ends of all hash chains: a chain that is cut off or rewritten, or a pathway that is
-- gone, cannot be hidden by rewriting the rest. `line` is what is exported, to the letter.
create table daily_root (
  day date primary key,
  made_at timestamptz not null,
  line text not null
);

-- The chain ends as the last root had them, so that each root says only what is new. Whoever changes this table
-- makes the next root differ from the exported lines, which shows.
create table daily_root_head (
  chain text primary key,
  seq integer not null,
  hash bytea not null
) with (fillfactor = 80);
