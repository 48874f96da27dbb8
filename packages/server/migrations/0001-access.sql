-- Who sees whose rows. A transaction says whose: tamarack.accounts is 'all' or an array of account ids, tamarack.side is
-- 'provider' or 'customer', tamarack.person the id of who asks. Whoever says nothing sees nothing.

create function scope_is_all() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('tamarack.accounts', true), '') = 'all' $$;

create function scope_accounts() returns uuid[] language sql stable parallel safe
  as $$ select case when coalesce(current_setting('tamarack.accounts', true), '') in ('', 'all') then '{}'::uuid[]
                    else current_setting('tamarack.accounts', true)::uuid[] end $$;

create function scope_is_provider() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('tamarack.side', true), '') = 'provider' $$;

create function scope_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('tamarack.person', true), '')::uuid $$;

-- Puts a table under the policy of accounts. The sub-selects are evaluated once a statement, not once a row.
create procedure protect_account_table(protected regclass, writable text default 'insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format('create policy account_scope on %s using ((select scope_is_all()) or account_id = any ((select scope_accounts())::uuid[]))', protected);
  execute format('grant select, %s on %s to tamarack_server', writable, protected);
end $$;

grant usage on schema public to tamarack_server;
grant select on schema_migration to tamarack_server;

-- People read these numbers: "#10245".
create sequence reference_number start 10001;
grant usage on sequence reference_number to tamarack_server;

-- Ids of rows: UUID version 7, in the order of time (PostgreSQL has its own only from version 18).
create function uuid_v7() returns uuid language sql volatile parallel safe as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing
    substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid $$;
