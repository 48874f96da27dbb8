import { useMe } from '../api/me.ts';
import { roleName } from '../api/contract-tables.ts';
import { DataPairs } from '../ui/data-pairs.tsx';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';

/** Who is signed in. */
export function ProfilePage() {
  const me = useMe();
  const roles = [...new Set([...me.staffRoles, ...me.accounts.flatMap((account) => account.roles)])];
  const accounts = me.accounts.map(({ id, name }) => (
    <div key={id}>
      <Link href={`/accounts/${id}`}>{name}</Link>
    </div>
  ));
  return (
    <>
      <PageHeader title="Profile" />
      <Section title="You">
        <DataPairs
          pairs={[
            ['Name', me.name],
            ['E-mail', me.email],
            ['Time zone', me.zone],
            ['Roles', roles.length === 0 ? undefined : roles.map((role) => roleName(role)).join(', ')],
            [
              me.side === 'provider' ? 'Accounts that you serve' : 'Your accounts',
              accounts.length === 0 ? undefined : accounts,
            ],
          ]}
        />
      </Section>
    </>
  );
}
