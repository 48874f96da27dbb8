-- How far an export is that somebody asked for. The server that sends it says so every second, and whichever server is asked
-- can answer; for as long as it is under way, and no fact of the journal.
create unlogged table export_progress (
  account_id uuid not null references account (account_id),
  person_id uuid not null references person (id),
  is_sending boolean not null default false,
  rows_gathered bigint not null default 0,
  bytes_sent bigint not null default 0,
  is_given_up boolean not null default false,
  -- By the database's clock: one that has been silent for a while has ended with its server.
  said_at timestamptz not null default clock_timestamp(),
  primary key (account_id, person_id)
);
call protect_account_table('export_progress');
create policy export_progress_own on export_progress as restrictive
  using ((select scope_person()) is null or person_id = (select scope_person()));
