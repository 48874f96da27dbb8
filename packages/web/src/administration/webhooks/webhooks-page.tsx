import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { Section } from '../../ui/section.tsx';
import { NewWebhook } from './new-webhook.tsx';
import { useWebhooks } from './use-webhooks.ts';
import { WebhookCard } from './webhook-card.tsx';

/** Programs that are told what happens. */
export function WebhooksPage() {
  const webhooks = useWebhooks();
  const [isAdding, setAdding] = useState(false);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      Add a webhook
    </Button>
  );
  return (
    <>
      <QueryState query={webhooks}>
        {({ rows }) => (
          <>
            {rows.length === 0 && (
              <Section title="Webhooks" flush>
                <EmptyState title="No other program is told anything yet" action={add}>
                  A webhook calls a program of yours whenever something happens: a ticket came in, a promise was broken,
                  a call was held. Each message is signed, and sent again until it was heard.
                </EmptyState>
              </Section>
            )}
            {rows.map((webhook) => (
              <WebhookCard key={webhook.id} webhook={webhook} />
            ))}
            {rows.length > 0 && add}
          </>
        )}
      </QueryState>
      {isAdding && <NewWebhook onClose={() => setAdding(false)} />}
    </>
  );
}
