import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Section } from '../../ui/section.tsx';
import { RecordFactForm } from './record-fact-form.tsx';

const route = getRouteApi('/signed-in/accounts/$accountId/record');

/** The form as a page with an address: where palette and shortcut lead. */
export function RecordFactPage() {
  const { accountId } = route.useParams();
  const router = useRouter();
  return (
    <div style={{ maxWidth: 560 }}>
      <Section title="Record a fact" says="What happened, so that it counts">
        <RecordFactForm
          accountId={accountId}
          obligation={undefined}
          onDone={() => router.history.push(`/accounts/${accountId}/timeline`)}
        />
      </Section>
    </div>
  );
}
