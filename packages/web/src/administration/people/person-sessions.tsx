import { Group } from '@mantine/core';
import { useCall } from '../../api/use-call.ts';
import { useGet } from '../../api/use-get.ts';
import { browserWords } from '../../ui/browser-words.ts';
import { Instant } from '../../ui/instant.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import { SureButton } from '../../ui/sure-button.tsx';
import type { Person } from './person.ts';

/** Where the person is signed in, and the way out for somebody who lost a device. */
export function PersonSessions({ person: { id, hasSecondFactor } }: { readonly person: Person }) {
  const personId = id;
  const sessions = useGet('GET /people/:personId/sessions', { params: { personId } });
  const end = useCall('DELETE /people/:personId/sessions');
  const removeFactor = useCall('DELETE /people/:personId/second-factor');
  const isSomewhere = (sessions.data?.rows.length ?? 0) > 0;
  return (
    <Section title="Sign-in" says="For somebody who lost a device, or whose device somebody else has.">
      <QueryState query={sessions}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p style={{ margin: '0 0 14px' }}>Not signed in anywhere.</p>
          ) : (
            <ul style={{ margin: '0 0 14px', paddingInlineStart: 18 }}>
              {rows.map((session) => (
                <li key={session.id}>
                  {browserWords(session.browser)}, seen <Instant at={session.seenAt} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
      <Group gap="sm">
        <SureButton
          label="End all sessions"
          sureLabel="Sign out everywhere"
          disabled={!isSomewhere}
          loading={end.isPending}
          onSure={() => end.mutate({ params: { personId } })}
        />
        {hasSecondFactor && (
          <SureButton
            label="Remove second factor and passkeys"
            sureLabel="Remove them for good"
            loading={removeFactor.isPending}
            onSure={() => removeFactor.mutate({ params: { personId } })}
          />
        )}
      </Group>
    </Section>
  );
}
