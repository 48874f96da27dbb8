-- Which names accounts, contracts, products and people have, as one mark: whoever keeps names beside the database sees by it whether they are
-- still right. It has no row until something is renamed; a restore asks for an empty database.
create table names_edition (
  only_row boolean primary key default true check (only_row),
  edition uuid not null
);
grant select, insert, update on names_edition to tamarack_server;

-- A mark that never was, so that what a transaction saw and rolled back is never taken for right.
create function renew_names_edition() returns trigger language plpgsql as $$
begin
  insert into names_edition (edition) values (gen_random_uuid()) on conflict (only_row) do update set edition = excluded.edition;
  return null;
end $$;
create trigger renew_names_edition after update of name, zone on account for each statement execute function renew_names_edition();
create trigger renew_names_edition after update of name on contract for each statement execute function renew_names_edition();
create trigger renew_names_edition after update of name on product for each statement execute function renew_names_edition();
-- Whoever changes anything of themselves sends the name they have with it.
create trigger renew_names_edition after update of name on person for each row
  when (new.name is distinct from old.name) execute function renew_names_edition();
