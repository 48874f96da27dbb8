import { useGet } from '../../api/use-get.ts';
import { useMe } from '../../api/me.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import { KindChoices } from './kind-choices.tsx';
import { UsualChoice } from './usual-choice.tsx';

/** Of what the person is told by mail, and when; in the application they are told of everything. */
export function PreferencesPage() {
  const me = useMe();
  const preferences = useGet('GET /me/notification-preferences', {});
  return (
    <>
      <Section title="When mails are sent" says="In the application you are told of everything at once.">
        <UsualChoice me={me} />
      </Section>
      <Section title="Other for some things" says="What has no choice of its own follows the one above.">
        <QueryState query={preferences}>{({ kinds }) => <KindChoices kinds={kinds} />}</QueryState>
      </Section>
    </>
  );
}
