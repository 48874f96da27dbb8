-- Erasing what people wrote (GDPR, article 17). Nobody changes the journal, and the server's role may only add to it; this
-- function is the one exception, and takes nothing but words: the digest that the seals cover stays, while the salt goes, so
-- that nobody can guess the words from it. Facts, instants and data, with which the ledger computes, it cannot reach.
--
-- It erases what this person wrote, or had written for it, or where nobody is named everything of the account, and gives the
-- facts concerned. A ticket that this person named may have been named otherwise since: those facts repeat the words. Row-level security would not hold for an owner who is a superuser, so the scope is asked for once more.
create function erase_written(wanted_account uuid, wanted_person uuid) returns table (journal_id uuid, subject_id uuid)
  language sql volatile security definer set search_path = pg_catalog, public as $$
  update journal j set title = null, note = null, note_salt = null
    where j.account_id = wanted_account and scope_is_provider() and (scope_is_all() or j.account_id = any (scope_accounts()))
      and (wanted_person is null or j.by_person = wanted_person or j.on_behalf_of = wanted_person
        or (j.fact in ('incident.subject-changed', 'service-request.subject-changed') and exists (select from journal named
          where named.account_id = j.account_id and named.subject_id = j.subject_id and named.title is not null
            and (named.by_person = wanted_person or named.on_behalf_of = wanted_person))))
      and (j.title is not null or j.note is not null or j.note_salt is not null)
    returning j.id, j.subject_id $$;
revoke all on function erase_written from public;
grant execute on function erase_written to tamarack_server;
