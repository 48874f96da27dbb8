-- People are of the whole installation, for one person may belong to several accounts; what they may is said per account.
create table person (
  id uuid primary key default uuid_v7(),
  side text not null check (side in ('provider', 'customer')),
  name text not null check (length(name) between 1 and 200),
  email text not null,
  email_verified boolean not null default false,
  image text,
  zone text not null default 'UTC',
  -- The weekly hours of a member of staff, as the language writes calendars.
  working_calendar jsonb,
  -- Which mails and how they are bundled.
  preferences jsonb not null default '{}',
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deactivated_at timestamptz,
  erased_at timestamptz,
  version int not null default 1
);
create unique index person_email on person (lower(email));

create table staff_role (
  person_id uuid not null references person (id) on delete cascade,
  role text not null,
  primary key (person_id, role)
);

create table account (
  account_id uuid primary key default uuid_v7(),
  reference bigint not null default nextval('reference_number'),
  name text not null check (length(name) between 1 and 200),
  segment text,
  annual_recurring_revenue numeric(14, 2) check (annual_recurring_revenue >= 0),
  currency text not null default 'USD' check (currency ~ '^[A-Z]{3}$'),
  hosts int check (hosts >= 0),
  industry text,
  zone text not null default 'UTC',
  country text check (country ~ '^[A-Z]{2}$'),
  created_at timestamptz not null,
  closed_at timestamptz,
  erased_at timestamptz,
  version int not null default 1
);
call protect_account_table('account');

-- The customer's people.
create table membership (
  account_id uuid not null references account (account_id),
  person_id uuid not null references person (id),
  role text not null,
  since timestamptz not null,
  primary key (account_id, person_id, role)
);
call protect_account_table('membership');
create index membership_person on membership (person_id);

-- The provider's people who serve the account.
create table account_team (
  account_id uuid not null references account (account_id),
  person_id uuid not null references person (id),
  role text not null,
  since timestamptz not null,
  primary key (account_id, person_id, role)
);
call protect_account_table('account_team');
create index account_team_person on account_team (person_id);

create table product (
  id uuid primary key default uuid_v7(),
  name text not null unique,
  says text,
  retired_at timestamptz
);

-- The customer's right to use a product (AC20); the days are of the account's zone.
create table licence (
  account_id uuid not null references account (account_id),
  id uuid not null default uuid_v7(),
  product_id uuid not null references product (id),
  reference bigint not null default nextval('reference_number'),
  quantity int check (quantity > 0),
  valid_from date not null,
  valid_until date,
  revoked_at timestamptz,
  note text,
  version int not null default 1,
  primary key (account_id, id),
  check (valid_until is null or valid_until >= valid_from)
);
call protect_account_table('licence');

-- A customer's person is seen by staff, by itself, and by people of an account that they share (the policy of membership
-- decides which); staff are seen by everybody.
alter table person enable row level security;
alter table person force row level security;
create policy person_scope on person using (
  (select scope_is_all()) or side = 'provider' or id = (select scope_person()) or (select scope_is_provider())
  or exists (select from membership where membership.person_id = person.id)
);
grant select, insert, update on person to tamarack_server;
grant select, insert, update, delete on staff_role to tamarack_server;
grant select, insert, update on product to tamarack_server;

-- What the installation is configured to do.
create table setting (
  name text primary key,
  value jsonb not null,
  version int not null default 1
);
grant select, insert, update on setting to tamarack_server;
