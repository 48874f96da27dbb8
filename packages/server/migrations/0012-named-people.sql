-- Who was named for a role counts for as long as they are there: somebody who was deactivated, or of the customer's people left
-- the account, is told of nothing more, and where nobody else is named those with a role of that name are meant again.
create or replace function people_for_role(wanted_account uuid, wanted_contract uuid, wanted_side text, wanted_role text)
  returns setof uuid language sql stable as $$
  with named as (
    select r.person_id from role_assignment r join person p on p.id = r.person_id
      where r.account_id = wanted_account and r.contract_id = wanted_contract and r.side = wanted_side and r.role = wanted_role
        and p.side = r.side and p.deactivated_at is null
        and (p.side = 'provider' or exists (select from membership m where m.account_id = r.account_id and m.person_id = p.id))
  ), alike as (
    select person_id from account_team where account_id = wanted_account and wanted_side = 'provider' and role = wanted_role
    union select person_id from membership where account_id = wanted_account and wanted_side = 'customer' and role = wanted_role
  ), answering as (
    select person_id from account_team
      where account_id = wanted_account and wanted_side = 'provider' and role in ('service-manager', 'team-lead', 'technical-account-manager')
    union select person_id from membership
      where account_id = wanted_account and wanted_side = 'customer' and role in ('technical-lead', 'customer-administrator')
  )
  select person_id from named
  union select person_id from alike where not exists (select from named)
  union select person_id from answering where not exists (select from named) and not exists (select from alike)
$$;
