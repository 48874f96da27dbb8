import { useGet } from '../../api/use-get.ts';
import { ClockPicture } from '../../ledger/clock-picture.tsx';
import type { Obligation } from '../../ledger/obligation-words.ts';
import { Dialogue } from '../../ui/dialogue.tsx';
import { Link } from '../../ui/link.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useViewerZone } from '../../ui/viewer-zone.ts';
import classes from './clocks.module.css';

/** Why a clock stands as it does: as a picture and in words, with the way to its row in the ledger. */
export function ExplainedClock({ clock, onClose }: { readonly clock: Obligation; readonly onClose: () => void }) {
  const { accountId, id, title } = clock;
  const zone = useViewerZone();
  const explained = useGet('GET /accounts/:accountId/obligations/:obligationId', {
    params: { accountId, obligationId: id },
    query: { zone },
  });
  return (
    <Dialogue onClose={onClose} title={title} size="xl">
      <QueryState query={explained}>
        {({ headline, picture, promiseInWords, sections, obligation, description, zone: own }) => (
          <>
            <p className={classes['headline']}>{headline}</p>
            {picture !== null && <ClockPicture svg={picture} says={headline} zone={own} />}
            <p className={classes['promise']}>{promiseInWords}</p>
            <div className={classes['sections']}>
              {sections.map(({ heading, lines }) => (
                <section key={heading}>
                  <h3>{heading}</h3>
                  <ul>
                    {lines.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </section>
              ))}
            </div>
            <p className={classes['foot']}>
              <StateBadge state={obligation.state} />
              {description.version !== '' && (
                <span>
                  {description.title} {description.version}, {description.level}
                </span>
              )}
              <Link href={`/accounts/${accountId}/ledger/${id}`}>Its row in the ledger, with the evidence</Link>
            </p>
          </>
        )}
      </QueryState>
    </Dialogue>
  );
}
