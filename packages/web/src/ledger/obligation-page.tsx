import { getRouteApi } from '@tanstack/react-router';
import { useGet } from '../api/use-get.ts';
import { QueryState } from '../ui/query-state.tsx';
import { Section } from '../ui/section.tsx';
import { useViewerZone } from '../ui/viewer-zone.ts';
import { AskedOfGate } from './asked-of-gate.tsx';
import { ClockPicture } from './clock-picture.tsx';
import { EvidenceList } from './evidence-list.tsx';
import classes from './obligation-page.module.css';
import { ObligationHead } from './obligation-head.tsx';
import { isPeriodic } from './obligation-words.ts';
import { Waivers } from './waivers.tsx';

const route = getRouteApi('/signed-in/accounts/$accountId/ledger/$obligationId');

/** An obligation explained: the promise, its clock as picture and words, the evidence, and what can be done. */
export function ObligationPage() {
  const { accountId, obligationId } = route.useParams();
  const zone = useViewerZone();
  const explained = useGet('GET /accounts/:accountId/obligations/:obligationId', {
    params: { accountId, obligationId },
    query: { zone },
  });
  return (
    <QueryState query={explained}>
      {(data) => (
        <>
          <ObligationHead explained={data} />
          {data.picture !== null && <ClockPicture svg={data.picture} says={data.headline} zone={data.zone} />}
          <div className={classes['columns']}>
            <Section title="In words" says={data.promiseInWords}>
              {data.sections.map(({ heading, lines }, index) => (
                <details key={heading} className={classes['words']} open={index < 2 || heading === 'Outcome'}>
                  <summary>{heading}</summary>
                  <ul>
                    {lines.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </details>
              ))}
              {data.meets.length > 0 && <p className={classes['meets']}>It is met when {data.meets.join(', or ')}.</p>}
            </Section>
            <div>
              <AskedOfGate asked={data.asked} />
              <Section title="Evidence" says="The facts of the journal behind it">
                <EvidenceList
                  accountId={accountId}
                  zone={data.obligation.accountZone}
                  isPeriodic={isPeriodic(data.obligation)}
                  evidence={data.evidence}
                />
              </Section>
              <Waivers accountId={accountId} obligation={data.obligation} waivers={data.waivers} />
            </div>
          </div>
        </>
      )}
    </QueryState>
  );
}
