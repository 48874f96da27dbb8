-- Webhooks: what happens is told to other programs. Fed from the journal, so that nothing is missed and nothing is told that
-- was not committed.

create table webhook (
  id uuid primary key default uuid_v7(),
  url text not null,
  says text not null,
  -- "incident.replied", "incident.*"; empty: all.
  facts text[] not null,
  -- Of one account only; null: of all.
  only_account uuid,
  with_internal boolean not null,
  -- Sealed with the installation's secret.
  secret text not null,
  old_secret text,
  old_secret_until timestamptz,
  is_active boolean not null default true,
  failing_since timestamptz,
  stopped_because text,
  -- Up to here it was fed: the journal's order. Restored rows and the restored journal get the id of one transaction.
  fed_transaction xid8 not null default pg_current_xact_id(),
  fed_position bigint not null default 0,
  created_by uuid references person (id),
  created_at timestamptz not null,
  version int not null default 1
);
alter table webhook enable row level security;
alter table webhook force row level security;
create policy webhook_administration on webhook using ((select scope_is_administration()));
grant select, insert, update, delete on webhook to tamarack_server;

create table webhook_delivery (
  account_id uuid not null,
  id uuid not null default uuid_v7(),
  webhook_id uuid not null references webhook (id) on delete cascade,
  journal_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  attempts int not null default 0,
  next_try_at timestamptz,
  -- A worker is sending it until then at the latest; nobody else touches it.
  taken_until timestamptz,
  status int,
  error text,
  answer text,
  created_at timestamptz not null,
  delivered_at timestamptz,
  primary key (account_id, id),
  unique (account_id, webhook_id, journal_id),
  foreign key (account_id, journal_id) references journal (account_id, id)
);
call protect_account_table('webhook_delivery');
create policy webhook_delivery_administration on webhook_delivery as restrictive using ((select scope_is_administration()));
create index webhook_delivery_page on webhook_delivery (webhook_id, created_at desc, id desc);
create index webhook_delivery_waiting on webhook_delivery (webhook_id) where state = 'waiting';

-- What is to be sent again: prepared portion by portion, for thirty days of everything are no one transaction.
create table webhook_again (
  id uuid primary key default uuid_v7(),
  webhook_id uuid not null references webhook (id) on delete cascade,
  -- What failed, all, or what waited while the webhook was stopped.
  chosen text not null check (chosen in ('failed', 'all', 'waiting')),
  -- Deliveries made from then on, up to when it was asked for; what waited, whenever it was made.
  since timestamptz not null,
  until timestamptz not null,
  -- Up to here it was done.
  done_at timestamptz not null default '-infinity',
  done_id uuid not null default '00000000-0000-0000-0000-000000000000',
  remaining int not null
);
create index webhook_again_of on webhook_again (webhook_id);
alter table webhook_again enable row level security;
alter table webhook_again force row level security;
create policy webhook_again_administration on webhook_again using ((select scope_is_administration()));
grant select, insert, update, delete on webhook_again to tamarack_server;
