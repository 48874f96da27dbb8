-- Files by who may know of them, notifications by whoever they tell, and mail that waits to be sent.

-- Whose upload it is. The uploader's own row says it too, but is not seen by everybody who may see the file.
alter table file add column side text not null check (side in ('provider', 'customer'));
create index file_hash on file (hash);
create index journal_file_file on journal_file (account_id, file_id);

-- A file is as internal as the facts that carry it: customers see what their own side sent, and what a shared fact shows.
create policy file_audience on file as restrictive using (
  (select scope_is_provider()) or side = 'customer'
  or exists (select from journal_file jf join journal j on j.account_id = jf.account_id and j.id = jf.journal_id
    where jf.account_id = file.account_id and jf.file_id = file.id and j.audience = 'shared')
);
-- That an internal fact refers to a file is internal as well.
create policy journal_file_audience on journal_file as restrictive using (
  (select scope_is_provider())
  or exists (select from journal j where j.account_id = journal_file.account_id and j.id = journal_file.journal_id and j.audience = 'shared')
);

-- A customer attaches what the customer sees, and nothing that it knows by its id only. Facts are written with the program's
-- own eyes, and a foreign key looks past policies: neither would notice. Not for a restored backup, whose order is another.
create function attached_by_who_sees_it() returns trigger language plpgsql as $$
begin
  if current_user = 'tamarack_server'
    and exists (select from journal j where j.account_id = new.account_id and j.id = new.journal_id and j.by_side = 'customer')
    and not exists (select from file f where f.account_id = new.account_id and f.id = new.file_id and (f.side = 'customer'
      or exists (select from journal_file jf join journal j on j.account_id = jf.account_id and j.id = jf.journal_id
        where jf.account_id = f.account_id and jf.file_id = f.id and jf.journal_id <> new.journal_id and j.audience = 'shared')))
  then raise exception 'a customer attaches only files that it sees' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger attached_by_who_sees_it before insert on journal_file for each row execute function attached_by_who_sees_it();

-- What concerns no account: a version of a description that waits for its approver. Only the provider's people are told of it.
create table staff_notification (
  person_id uuid not null references person (id) on delete cascade,
  id uuid not null default uuid_v7(),
  kind text not null,
  title text not null,
  version_id uuid not null references description_version (id) on delete cascade,
  created_at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz,
  primary key (person_id, id)
);
create index staff_notification_person on staff_notification (person_id, created_at desc);
create index staff_notification_version on staff_notification (version_id);
alter table staff_notification enable row level security;
alter table staff_notification force row level security;
-- As of notifications: everybody's own, and the program's, which acts for nobody; colleagues tell each other.
create policy staff_notification_added on staff_notification for insert with check ((select scope_is_provider()));
create policy staff_notification_read on staff_notification for select using (
  person_id = (select scope_person()) or ((select scope_person()) is null and (select scope_is_provider())));
create policy staff_notification_changed on staff_notification for update using (
  person_id = (select scope_person()) or ((select scope_person()) is null and (select scope_is_provider())));
grant select, insert, update on staff_notification to tamarack_server;

-- All that people are told, under the policies of both tables.
create view told with (security_invoker = true) as
  select account_id, person_id, id, kind, journal_id, obligation_id, null::uuid as version_id, title, created_at, read_at, mailed_at from notification
  union all
  select null, person_id, id, kind, null, null, version_id, title, created_at, read_at, mailed_at from staff_notification;
grant select on told to tamarack_server;

-- When a person is mailed about a kind of notification, where that differs from the person's usual way.
create table notification_preference (
  person_id uuid not null references person (id) on delete cascade,
  kind text not null check (length(kind) between 1 and 120),
  mails text not null check (mails in ('at-once', 'daily', 'never')),
  primary key (person_id, kind)
);
call protect_person_table('notification_preference');

-- Outgoing mail. Of no account: one mail may speak of several, and a new password concerns none.
create table mail (
  id uuid primary key,
  person_id uuid references person (id) on delete set null,
  to_address text not null,
  to_name text not null default '',
  subject text not null,
  -- Absent once a mail is sent that held a secret, such as a one-time link.
  text text,
  html text,
  headers jsonb not null default '{}',
  is_secret boolean not null default false,
  -- Later it is of no use: the link in it has expired.
  useful_until timestamptz,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'refused', 'deferred')),
  attempts int not null default 0,
  error text,
  created_at timestamptz not null,
  -- Since when it is tried: back-off and giving up count from here.
  tried_from timestamptz,
  next_try_at timestamptz,
  -- A worker is handing it to the mail server until then at the latest; nobody else touches it.
  taken_until timestamptz,
  sent_at timestamptz
);
create index mail_page on mail (created_at desc, id desc);

-- Anybody's transaction may cause a mail; only the program and administrators read them.
create function scope_is_administration() returns boolean language sql stable parallel safe as $$
  select scope_is_all() and (scope_person() is null
    or exists (select from staff_role where person_id = scope_person() and role = 'administrator')) $$;
alter table mail enable row level security;
alter table mail force row level security;
create policy mail_added on mail for insert with check (true);
create policy mail_read on mail for select using ((select scope_is_administration()));
create policy mail_changed on mail for update using ((select scope_is_administration()));
create policy mail_deleted on mail for delete using ((select scope_is_administration()));
grant select, insert, update, delete on mail to tamarack_server;
