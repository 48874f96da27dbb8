import { roleName } from '../../api/contract-tables.ts';
import { useMe } from '../../api/me.ts';
import { DataPairs } from '../../ui/data-pairs.tsx';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { NameForm } from './name-form.tsx';
import { WorkingHoursForm } from './working-hours-form.tsx';

/** Name, zone and working hours; and what others decided: roles and accounts. */
export function YouPage() {
  const me = useMe();
  const accounts = me.accounts.map(({ id, name, roles }) => (
    <div key={id}>
      <Link href={`/accounts/${id}`}>{name}</Link> as {roles.map((role) => roleName(role)).join(', ')}
    </div>
  ));
  return (
    <>
      <Section title="Name and time zone">
        <NameForm me={me} />
      </Section>
      <Section title="Working hours" says="In your own zone. Empty: as the calendar of the service has it.">
        <WorkingHoursForm me={me} />
      </Section>
      <Section title="Roles" says="An administrator gives them.">
        <DataPairs
          pairs={[
            ...(me.side === 'provider'
              ? [
                  [
                    'Among the staff',
                    me.staffRoles.length === 0 ? undefined : me.staffRoles.map((role) => roleName(role)).join(', '),
                  ] as const,
                ]
              : []),
            [
              me.side === 'provider' ? 'In accounts that you serve' : 'In your accounts',
              accounts.length === 0 ? undefined : accounts,
            ],
          ]}
        />
      </Section>
    </>
  );
}
