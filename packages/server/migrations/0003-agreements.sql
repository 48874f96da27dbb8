create table description (
  id uuid primary key default uuid_v7(),
  -- The reference in its document control: one description, many versions.
  reference text not null unique,
  created_at timestamptz not null
);

create table description_version (
  id uuid primary key default uuid_v7(),
  description_id uuid not null references description (id),
  number int not null,
  -- As its document control says.
  title text not null,
  version text not null,
  state text not null check (state in ('draft', 'in-review', 'published', 'rejected')),
  source text not null,
  -- The holidays as they were when it was published, so that no newer list changes a deadline.
  holidays jsonb,
  owner text not null,
  approver text not null,
  change_note text not null default '',
  created_by uuid references person (id),
  created_at timestamptz not null,
  submitted_by uuid references person (id),
  submitted_at timestamptz,
  decided_by uuid references person (id),
  decided_at timestamptz,
  decision_note text,
  edition int not null default 1,
  unique (description_id, number)
);
-- Only one version of a description is worked on at a time.
create unique index description_in_work on description_version (description_id) where state in ('draft', 'in-review');

-- CA1: what was published is never changed, not even by a mistake of ours.
create function published_is_immutable() returns trigger language plpgsql as $$
begin
  if old.state in ('published', 'rejected') then
    raise exception 'a % version of a description is never changed', old.state using errcode = 'integrity_constraint_violation';
  end if;
  -- Of a deletion there is no new row, and nothing returned would silently keep the old one.
  return coalesce(new, old);
end $$;
create trigger published_is_immutable before update or delete on description_version
  for each row execute function published_is_immutable();

grant select, insert on description to tamarack_server;
grant select, insert, update, delete on description_version to tamarack_server;

create table contract (
  account_id uuid not null references account (account_id),
  id uuid not null default uuid_v7(),
  reference bigint not null default nextval('reference_number'),
  name text not null,
  -- TX14: an add-on extends the contract of a base product.
  extends_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz,
  renewal text not null check (renewal in ('none', 'automatic', 'on-agreement')),
  renewal_months int check (renewal_months between 1 and 120),
  notice_days int check (notice_days between 0 and 730),
  created_by uuid references person (id),
  created_at timestamptz not null,
  version int not null default 1,
  primary key (account_id, id),
  foreign key (account_id, extends_id) references contract (account_id, id),
  check (ends_at is null or ends_at > starts_at)
);
call protect_account_table('contract');

-- What a contract agrees, from when to when. A move to another version, level or value is another row; a row in force is
-- never changed but for its end.
create table contract_terms (
  account_id uuid not null,
  contract_id uuid not null,
  number int not null,
  id uuid not null default uuid_v7(),
  version_id uuid not null references description_version (id),
  level text not null,
  parameters jsonb not null default '{}',
  deviations jsonb not null default '[]',
  calendars jsonb not null default '{}',
  -- Segment, hosts, revenue … as conditions ask for them, when these terms were agreed.
  account_data jsonb not null default '{}',
  state text not null check (state in ('proposed', 'agreed', 'declined', 'withdrawn')),
  from_at timestamptz not null,
  until_at timestamptz,
  verdict text,
  proposed_by uuid references person (id),
  proposed_at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  decision_note text,
  primary key (account_id, contract_id, number),
  unique (account_id, id),
  foreign key (account_id, contract_id) references contract (account_id, id),
  check (until_at is null or until_at >= from_at)
);
call protect_account_table('contract_terms', 'insert, update');
