import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useGet } from '../../api/use-get.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import { ProviderCard } from './provider-card.tsx';
import { ProviderForm } from './provider-form.tsx';

/** Providers of single sign-on: whose people get in by them, and what has to be registered with them. */
export function SignOnPage() {
  const providers = useGet('GET /sign-on-providers', {});
  const [isAdding, setAdding] = useState(false);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      Add a provider
    </Button>
  );
  return (
    <>
      <QueryState query={providers}>
        {({ rows }) => (
          <>
            {rows.length === 0 && !isAdding && (
              <Section title="Single sign-on" flush>
                <EmptyState title="Nobody signs in by another house yet" action={add}>
                  With OpenID Connect your people sign in where they sign in for everything else: Entra ID, Okta, Google
                  Workspace, Keycloak. Whoever leaves there signs in here no more.
                </EmptyState>
              </Section>
            )}
            {rows.map((provider) => (
              <ProviderCard key={provider.id} provider={provider} />
            ))}
            {rows.length > 0 && !isAdding && add}
          </>
        )}
      </QueryState>
      {isAdding && (
        <Section
          title="A new provider"
          says="What it calls issuer, client and secret; it has them from its own console."
        >
          <ProviderForm onDone={() => setAdding(false)} />
        </Section>
      )}
    </>
  );
}
