-- Signing in. These tables are of people, not of accounts; a transaction that does not see all accounts sees only what is
-- its own person's. Columns follow what the sign-in library keeps; identity/auth/auth-tables.ts maps its names to ours.

create table session (
  id uuid primary key default uuid_v7(),
  person_id uuid not null references person (id) on delete cascade,
  -- Useless without its signature by the installation's secret, which the cookie carries.
  token text not null unique,
  signed_in_by text not null check (signed_in_by in ('password', 'second-factor', 'passkey', 'single-sign-on')),
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on session (person_id);

-- A password, or the subject under which a provider of single sign-on knows the person.
create table credential (
  id uuid primary key default uuid_v7(),
  person_id uuid not null references person (id) on delete cascade,
  provider_id text not null,
  subject text not null,
  password text,
  -- The sign-in library asks for these columns. We act for nobody at a provider, so that nothing is ever kept in them.
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, subject),
  check (num_nonnulls(access_token, refresh_token, id_token) = 0)
);
create index credential_person on credential (person_id);

create table second_factor (
  id uuid primary key default uuid_v7(),
  person_id uuid not null unique references person (id) on delete cascade,
  -- Both encrypted with the installation's secret.
  secret text not null,
  recovery_codes text not null,
  verified boolean not null default false,
  failures int not null default 0,
  locked_until timestamptz
);

create table passkey (
  id uuid primary key default uuid_v7(),
  person_id uuid not null references person (id) on delete cascade,
  name text check (length(name) <= 200),
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null
);
create index passkey_person on passkey (person_id);

-- Only the hash is kept; the token is shown once.
create table api_token (
  id uuid primary key default uuid_v7(),
  person_id uuid not null references person (id) on delete cascade,
  name text not null,
  hash bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_person on api_token (person_id);

create procedure protect_person_table(protected regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format('create policy person_scope on %s using ((select scope_is_all()) or person_id = (select scope_person()))', protected);
  execute format('grant select, insert, update, delete on %s to tamarack_server', protected);
end $$;
call protect_person_table('session');
call protect_person_table('credential');
call protect_person_table('second_factor');
call protect_person_table('passkey');
call protect_person_table('api_token');

-- Ceremonies under way (a challenge, a state): short-lived.
create table verification (
  id uuid primary key default uuid_v7(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_identifier on verification (identifier);
grant select, insert, update, delete on verification to tamarack_server;

-- Invitation, reset and set-up: 256 random bits of which only the hash is kept, good for one use.
create table one_time_link (
  id uuid primary key default uuid_v7(),
  hash bytea not null unique,
  kind text not null check (kind in ('invitation', 'reset', 'set-up')),
  person_id uuid references person (id) on delete cascade,
  created_by uuid references person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((person_id is null) = (kind = 'set-up'))
);
create index one_time_link_person on one_time_link (person_id);
grant select, insert, update, delete on one_time_link to tamarack_server;

-- Failed attempts within a window, by account and by address (keys are hashes), for all servers together.
create table sign_in_attempt (
  key text primary key,
  failures int not null,
  window_ends_at timestamptz not null
);
grant select, insert, update, delete on sign_in_attempt to tamarack_server;

-- Providers of single sign-on (OpenID Connect). A provider speaks for the e-mail domains that are listed, and no others:
-- a customer's provider could claim to be an administrator of ours otherwise.
create table sign_on_provider (
  id uuid primary key default uuid_v7(),
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
  name text not null,
  issuer text not null,
  client_id text not null,
  -- Encrypted with the installation's secret.
  sealed_secret text not null,
  domains text[] not null check (cardinality(domains) > 0),
  -- The staff role of people who come without an invitation; absent where they have to be invited.
  newcomer_role text,
  disabled_at timestamptz,
  version int not null default 1
);
grant select, insert, update, delete on sign_on_provider to tamarack_server;

-- Signs cookies and encrypts what is kept of second factors and providers. In the database, because every server of an
-- installation needs the same one and a restored backup has to be able to read its own rows.
create table installation_secret (
  only_one boolean primary key default true check (only_one),
  secret text not null
);
grant select, insert on installation_secret to tamarack_server;

-- Who somebody is and what they may is kept in each server's memory; these tell every server to forget it.
create function forget_visitor() returns trigger language plpgsql as $$
begin
  perform pg_notify('tamarack_visitors', coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0]);
  return null;
end $$;
create function forget_all_visitors() returns trigger language plpgsql as $$
begin
  perform pg_notify('tamarack_visitors', '*');
  return null;
end $$;

create trigger forget_visitor after update of side, name, two_factor_enabled, deactivated_at, erased_at or delete on person
  for each row execute function forget_visitor('id');
create trigger forget_visitor after insert or update or delete on staff_role
  for each row execute function forget_visitor('person_id');
create trigger forget_visitor after insert or update or delete on membership
  for each row execute function forget_visitor('person_id');
create trigger forget_visitor after insert or update or delete on account_team
  for each row execute function forget_visitor('person_id');
create trigger forget_visitor after insert or delete on passkey
  for each row execute function forget_visitor('person_id');
create trigger forget_visitor after delete on session
  for each row execute function forget_visitor('person_id');
-- A session that only lives longer is still the same one.
create trigger forget_ended_session after update on session for each row
  when (new.expires_at < old.expires_at or new.person_id <> old.person_id or new.token <> old.token)
  execute function forget_visitor('person_id');
create trigger forget_visitor after update of scopes, expires_at, revoked_at or delete on api_token
  for each row execute function forget_visitor('person_id');
create trigger forget_all_visitors after insert or update or delete on setting
  for each statement execute function forget_all_visitors();

-- Whose address this is, whoever asks, or a new person with it: an inviter may not see the person yet. Addresses are kept
-- in lower case.
create function person_of_address(wanted_side text, wanted_name text, wanted_email text, wanted_zone text, at timestamptz)
  returns table (id uuid, side text, is_new boolean, deactivated boolean)
  language plpgsql as $$
declare
  made uuid;
  -- Not the function's own SET clause: only a superuser could make a function with one for a setting of ours.
  before text := coalesce(current_setting('tamarack.accounts', true), '');
begin
  perform set_config('tamarack.accounts', 'all', true);
  insert into person (side, name, email, zone, created_at, updated_at)
    values (wanted_side, wanted_name, lower(wanted_email), wanted_zone, at, at)
    on conflict ((lower(email))) do nothing returning person.id into made;
  return query select p.id, p.side, made is not null, p.deactivated_at is not null
    from person p where lower(p.email) = lower(wanted_email);
  perform set_config('tamarack.accounts', before, true);
end $$;

-- Whether somebody can sign in already, asked by an inviter who may not see credentials.
create function has_credential(wanted uuid) returns boolean language plpgsql as $$
declare
  found_one boolean;
  before text := coalesce(current_setting('tamarack.accounts', true), '');
begin
  perform set_config('tamarack.accounts', 'all', true);
  found_one := exists (select from credential where person_id = wanted) or exists (select from passkey where person_id = wanted);
  perform set_config('tamarack.accounts', before, true);
  return found_one;
end $$;
