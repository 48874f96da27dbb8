import { getRouteApi } from '@tanstack/react-router';
import type { Gives } from '@tamarack/contract';
import { useGet } from '../api/use-get.ts';
import { DataPairs } from '../ui/data-pairs.tsx';
import { Instant } from '../ui/instant.tsx';
import { QueryState } from '../ui/query-state.tsx';
import { Section } from '../ui/section.tsx';

const route = getRouteApi('/signed-in/agreements/$descriptionId/versions/$versionId/history');

type Person = Gives<'GET /descriptions/:descriptionId/versions/:versionId'>['submittedBy'];

/** Document control: whose text it is, and who submitted and decided. */
export function HistoryTab() {
  const params = route.useParams();
  const version = useGet('GET /descriptions/:descriptionId/versions/:versionId', { params });
  return (
    <QueryState query={version}>
      {(of) => (
        <>
          <Section title="Document control" says="As the text itself says it">
            <DataPairs
              pairs={[
                ['Reference', of.reference],
                ['Version', of.documentVersion],
                ['Service', of.title],
                ['Owner', of.owner],
                ['Approver', of.approver],
              ]}
            />
          </Section>
          <Section title="What happened to it">
            <DataPairs
              pairs={[
                ['Drafted', event(of.createdBy, of.createdAt)],
                ['What changes', of.changeNote || null],
                ['Submitted', event(of.submittedBy, of.submittedAt)],
                [of.state === 'rejected' ? 'Rejected' : 'Approved', event(of.decidedBy, of.decidedAt)],
                ['Note', of.decisionNote || null],
                ['Who decides', of.approvalRule],
                ['Contracts on it', of.contracts],
              ]}
            />
          </Section>
        </>
      )}
    </QueryState>
  );
}

function event(by: Person, at: string | null) {
  if (at === null) return null;
  return (
    <>
      <Instant at={at} as="full" />
      {by !== null && ` by ${by.name}`}
    </>
  );
}
