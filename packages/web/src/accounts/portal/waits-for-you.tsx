import { useGet } from '../../api/use-get.ts';
import { mayDo, useMe } from '../../api/me.ts';
import { DecideOnWaiver } from '../../ledger/decide-on-waiver.tsx';
import { aboutOf } from '../../ledger/obligation-columns.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './portal.module.css';

/** Waivers that wait for the approver's answer; nothing where nothing waits, or for others than approvers. */
export function WaitsForYou({ accountId }: { readonly accountId: string }) {
  const me = useMe();
  const isApprover = mayDo(me, 'waivers.approve', accountId);
  const waivers = useGet('GET /accounts/:accountId/waivers', { params: { accountId } }, { enabled: isApprover });
  const rows = waivers.data?.rows ?? [];
  if (!isApprover || rows.length === 0) return null;
  return (
    <Section
      title="Waits for your answer"
      says="The provider asks you not to count a promise that was broken. It counts until you grant it."
    >
      {rows.map(({ id, reason, requestedBy, requestedAt, obligation }) => (
        <article key={id} className={classes['waiver']}>
          <Link href={`/accounts/${accountId}/ledger/${obligation.id}`} className={classes['promise']}>
            {obligation.title}
          </Link>
          <div className={classes['about']}>
            {aboutOf(obligation)}
            {obligation.breachedAt !== null && (
              <>
                {' · broken '}
                <Instant at={obligation.breachedAt} accountZone={obligation.accountZone} as="short" />
              </>
            )}
          </div>
          <p className={classes['reason']}>{reason}</p>
          <div className={classes['about']}>
            {requestedBy}, <Instant at={requestedAt} accountZone={obligation.accountZone} />
          </div>
          <DecideOnWaiver accountId={accountId} waiverId={id} />
        </article>
      ))}
    </Section>
  );
}
