import { Button } from '@mantine/core';
import type { RoleOfContract } from './role-of-contract.ts';
import classes from './roles.module.css';

export type RolesOfSideProps = {
  readonly title: string;
  readonly roles: readonly RoleOfContract[];
  /** For those who may name people. */
  readonly onName: ((role: RoleOfContract) => void) | undefined;
};

/** The roles of one side: what each is called and does, and who plays it. */
export function RolesOfSide({ title, roles, onName }: RolesOfSideProps) {
  if (roles.length === 0) return null;
  return (
    <>
      <h3 className={classes['side']}>{title}</h3>
      <ul className={classes['list']}>
        {roles.map((role) => (
          <li key={role.role} className={classes['role']}>
            <div className={classes['what']}>
              <b>{role.name}</b>
              {role.duties.map((duty) => (
                <span key={duty}>{duty}</span>
              ))}
            </div>
            <div className={classes['who']}>
              {role.people.length === 0 ? (
                <span className={classes['nobody']}>Nobody by name</span>
              ) : (
                role.people.map(({ id, name }) => <span key={id}>{name}</span>)
              )}
            </div>
            {onName && <NameButton role={role} onName={onName} />}
          </li>
        ))}
      </ul>
    </>
  );
}

type NameButtonProps = { readonly role: RoleOfContract; readonly onName: (role: RoleOfContract) => void };

function NameButton({ role, onName }: NameButtonProps) {
  const does = role.people.length === 0 ? 'Name' : 'Change';
  return (
    <Button
      variant="default"
      size="xs"
      miw={84}
      aria-label={`${does} people for ${role.name}`}
      onClick={() => onName(role)}
    >
      {does}
    </Button>
  );
}
