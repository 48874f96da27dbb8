import { useGet } from '../../api/use-get.ts';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import { SettingsForm } from './settings-form.tsx';

/** How the installation is configured by its administrators; what belongs to the machine is in its environment. */
export function SettingsPage() {
  const settings = useGet('GET /settings', {});
  return (
    <Section title="Settings" says="Of the whole installation. What belongs to the machine is in its environment.">
      <QueryState query={settings}>{(data) => <SettingsForm settings={data} />}</QueryState>
    </Section>
  );
}
