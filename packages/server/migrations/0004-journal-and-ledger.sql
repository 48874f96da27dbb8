-- The journal: facts of an account, never changed. What people wrote (title, note) can be erased for the GDPR without touching what
-- the ledger computes with: the seal holds a digest of it.
create sequence journal_position;
grant usage on sequence journal_position to tamarack_server;

create table journal (
  account_id uuid not null references account (account_id),
  id uuid not null,
  -- The order of recording; with the transaction's id the order in which readers may rely on nothing coming before.
  position bigint not null default nextval('journal_position'),
  transaction xid8 not null default pg_current_xact_id(),
  fact text not null,
  subject_id uuid not null,
  about_id uuid,
  -- Absent where the fact concerns the account whatever the contract: its people, its licences.
  contract_id uuid,
  -- When it happened; clocks count whole seconds.
  at timestamptz(0) not null,
  recorded_at timestamptz not null,
  by_person uuid,
  by_side text not null check (by_side in ('provider', 'customer', 'system')),
  on_behalf_of uuid,
  via text not null,
  audience text not null default 'shared' check (audience in ('shared', 'internal')),
  data jsonb not null default '{}',
  -- What people wrote: what it is called, and anything else.
  title text,
  note text,
  note_salt bytea,
  note_digest bytea,
  primary key (account_id, id)
);
create index journal_subject on journal (account_id, subject_id, at, position);
create index journal_about on journal (account_id, about_id, at, position) where about_id is not null;
create index journal_fact on journal (account_id, fact, at, position);
create index journal_timeline on journal (account_id, position);
create index journal_feed on journal (transaction, position);

call protect_account_table('journal', 'insert');
-- Customers do not see what the provider keeps to itself.
create policy journal_audience on journal as restrictive using (audience = 'shared' or (select scope_is_provider()));

-- Whoever follows the journal relies on nothing coming before: this is the transaction before which all have ended. Those of
-- other databases of the same server write no journal of ours, and a long one of theirs keeps nobody waiting; one of which
-- nothing is known any more has just ended, and is not seen yet.
create function ended_before() returns xid8 language sql stable as $$
  select coalesce(min(running), pg_snapshot_xmax(pg_current_snapshot())) from pg_snapshot_xip(pg_current_snapshot()) running
  where not exists (select from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'transactionid' and l.mode = 'ExclusiveLock' and l.granted
      and l.transactionid::text::bigint = (running::text::bigint & 4294967295) and a.datname <> current_database()) $$;

-- Batches of the journal, each with the hash of the one before.
create table seal (
  account_id uuid not null references account (account_id),
  number int not null,
  first_position bigint not null,
  last_position bigint not null,
  facts int not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null,
  primary key (account_id, number)
);
call protect_account_table('seal', 'insert');
create table sealed (
  account_id uuid not null,
  journal_id uuid not null,
  seal_number int not null,
  place int not null,
  primary key (account_id, journal_id),
  foreign key (account_id, journal_id) references journal (account_id, id),
  foreign key (account_id, seal_number) references seal (account_id, number)
);
call protect_account_table('sealed', 'insert');
create index sealed_by on sealed (account_id, seal_number);

-- The ledger: what follows from the journal and the agreed terms. Every column but the waiver can be recomputed, and
-- `tamarack verify` does.
create table obligation (
  account_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  terms_id uuid not null,
  promise text not null,
  form text not null,
  title text not null,
  side text not null check (side in ('provider', 'customer')),
  role text not null,
  subject_id uuid not null,
  -- What it is about in a few words, for lists.
  subject text not null,
  cycle int not null,
  turn int not null,
  state text not null check (state in ('open', 'paused', 'met', 'breached', 'waived', 'void')),
  opened_at timestamptz(0) not null,
  due_at timestamptz(0),
  wake_at timestamptz(0),
  warned_at timestamptz(0),
  met_at timestamptz(0),
  breached_at timestamptz(0),
  ended_at timestamptz(0),
  because text,
  severity int,
  counted bigint,
  least bigint,
  most bigint,
  unit text,
  evidence_id uuid,
  waived_at timestamptz(0),
  primary key (account_id, id),
  -- Also the way to all rows of a subject.
  unique (account_id, subject_id, contract_id, promise, cycle, turn)
);
call protect_account_table('obligation', 'insert, update');
-- Its terms belong to the contract, and that to the account: asked once for all rows that are written together. A foreign key asks
-- for each of them, and took a twelfth of all that recording a ticket costs the database. Nobody may delete terms.
create function require_terms() returns trigger language plpgsql as $$
begin
  if exists (select from (select distinct account_id, terms_id from changed offset 0) o
      where not exists (select from contract_terms t where t.account_id = o.account_id and t.id = o.terms_id offset 0)) then
    raise exception 'An obligation names terms that its account does not have.' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger require_terms after insert on obligation referencing new table as changed for each statement execute function require_terms();
create trigger require_new_terms after update on obligation referencing new table as changed for each statement execute function require_terms();
create index obligation_wake on obligation (wake_at) where wake_at is not null;
-- Of one account: by the other index its whole ledger is read, each time something in it is due.
create index obligation_wake_of_account on obligation (account_id, wake_at, id) where wake_at is not null;
create index obligation_due on obligation (account_id, (case when due_at is null then 'infinity'::timestamptz else due_at end), id)
  where state in ('open', 'paused');
create index obligation_today on obligation (due_at, id) where state = 'open' and side = 'provider' and due_at is not null;
create index obligation_settled on obligation (account_id, (case when met_at is not null then met_at when breached_at is not null then breached_at
  when ended_at is not null then ended_at when due_at is not null then due_at else opened_at end) desc, id desc)
  where state not in ('open', 'paused', 'void');

-- A broken or hopeless promise that both sides agree not to count. It is asked for with a reason and needs an approver.
create table waiver (
  account_id uuid not null,
  id uuid not null default uuid_v7(),
  obligation_id uuid not null,
  reason text not null,
  requested_by uuid not null references person (id),
  requested_at timestamptz not null,
  state text not null check (state in ('requested', 'granted', 'refused', 'withdrawn')),
  decided_by uuid references person (id),
  decided_at timestamptz,
  decision_note text,
  primary key (account_id, id),
  foreign key (account_id, obligation_id) references obligation (account_id, id)
);
call protect_account_table('waiver', 'insert, update');
create unique index waiver_open on waiver (account_id, obligation_id) where state in ('requested', 'granted');

-- Files of an account: the bytes lie in the file store under their hash.
create table file (
  account_id uuid not null references account (account_id),
  id uuid not null default uuid_v7(),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  size bigint not null,
  uploaded_by uuid references person (id),
  uploaded_at timestamptz not null,
  primary key (account_id, id)
);
call protect_account_table('file');
create table journal_file (
  account_id uuid not null,
  journal_id uuid not null,
  file_id uuid not null,
  primary key (account_id, journal_id, file_id),
  foreign key (account_id, journal_id) references journal (account_id, id),
  foreign key (account_id, file_id) references file (account_id, id)
);
call protect_account_table('journal_file', 'insert, delete');
