import { Button, Group } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { mayDo, useMe } from '../../../api/me.ts';
import { Link } from '../../../ui/link.tsx';
import classes from './contract-page.module.css';
import type { Contract } from './contract.ts';
import { ContractState } from './contract-state.tsx';
import { EndContract } from './end-contract.tsx';
import { RenewContract } from './renew-contract.tsx';
import { termsOf } from './terms-of.ts';

export type ContractHeadProps = { readonly accountId: string; readonly zone: string; readonly contract: Contract };

/** What the contract is, how it stands, and what can be done with it now. */
export function ContractHead({ accountId, zone, contract }: ContractHeadProps) {
  const me = useMe();
  const terms = termsOf(contract);
  const base = `/accounts/${accountId}/contracts/${contract.id}`;
  const mayWrite = mayDo(me, 'contracts.write', accountId);
  const isAgreed = contract.state === 'running' || contract.state === 'upcoming';
  return (
    <div className={classes['head']}>
      <div>
        <h2 className={classes['name']}>{contract.name}</h2>
        <div className={classes['line']}>
          <ContractState contract={contract} />
          {terms && (
            <span>
              {terms.title}, {terms.levelTitle}
            </span>
          )}
          <span className={classes['quiet']}>#{contract.reference}</span>
          {contract.extends !== null && (
            <span className={classes['quiet']}>
              adds to{' '}
              <Link href={`/accounts/${accountId}/contracts/${contract.extends.id}`}>{contract.extends.name}</Link>
            </span>
          )}
        </div>
      </div>
      <Group gap="xs">
        <Button
          component={Link}
          href={`${base}/document`}
          variant="default"
          leftSection={<IconFileText size={16} aria-hidden />}
        >
          Document
        </Button>
        {mayWrite && isAgreed && (
          <>
            {contract.endsAt !== null && <RenewContract {...{ accountId, zone, contract }} endsAt={contract.endsAt} />}
            <EndContract {...{ accountId, zone, contract }} />
            {contract.proposed === null && (
              <Button component={Link} href={`${base}/change`}>
                Change or move
              </Button>
            )}
          </>
        )}
      </Group>
    </div>
  );
}
