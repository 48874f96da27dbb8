import { Button, Textarea, TextInput } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { useGet } from '../../../api/use-get.ts';
import { Link } from '../../../ui/link.tsx';
import { useNow } from '../../../ui/now.ts';
import { QueryState } from '../../../ui/query-state.tsx';
import { refusedFields } from '../../../ui/refused-fields.ts';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { type AgreedDraft, bodyOfDraft, draftOfTerms, fittingDraft } from './agreed-draft.ts';
import { AgreedFields } from './agreed-fields.tsx';
import classes from './agreed.module.css';
import { ChangePreview } from './change-preview.tsx';
import type { Contract, PublishedVersion, Terms } from './contract.ts';
import { dayOf } from '../../../ui/wall-time.ts';
import { beginOfDay } from './contract-days.ts';
import { NothingAgreed } from './nothing-agreed.tsx';
import { refusedAgreed } from './refused-agreed.ts';
import { RefusedValues } from './refused-values.tsx';
import { ServiceChoice } from './service-choice.tsx';
import { useAgreeable } from './use-agreeable.ts';

const route = getRouteApi('/signed-in/accounts/$accountId/contracts/$contractId/change');

/** Moves a contract to another version or level, or agrees on other values. Nothing is saved before its meaning was seen. */
export function ChangeContractPage() {
  const params = route.useParams();
  const account = useGet('GET /accounts/:accountId', { params });
  const contract = useGet('GET /accounts/:accountId/contracts/:contractId', { params });
  const published = useGet('GET /descriptions/published', {});
  return (
    <QueryState query={contract}>
      {(data) => {
        const { current } = data;
        if (current === null) return <NothingAgreed href={`/accounts/${params.accountId}/contracts/${data.id}`} />;
        return (
          <QueryState query={published}>
            {({ rows }) =>
              account.data && (
                <ChangeForm
                  accountId={params.accountId}
                  zone={account.data.zone}
                  contract={data}
                  current={current}
                  versions={rows.filter(({ descriptionId }) => descriptionId === current.descriptionId)}
                />
              )
            }
          </QueryState>
        );
      }}
    </QueryState>
  );
}

type ChangeFormProps = {
  readonly accountId: string;
  readonly zone: string;
  readonly contract: Contract;
  readonly current: Terms;
  readonly versions: readonly PublishedVersion[];
};

function ChangeForm({ accountId, zone, contract, current, versions }: ChangeFormProps) {
  const router = useRouter();
  const [draft, setDraft] = useState<AgreedDraft>(() => draftOfTerms(current));
  const [from, setFrom] = useState('');
  const [note, setNote] = useState('');
  const today = dayOf(useNow(), zone);
  const seen = useRef<HTMLDivElement>(null);
  const params = { accountId, contractId: contract.id };
  const preview = useCall('POST /accounts/:accountId/contracts/:contractId/changes/preview', {
    quiet: true,
    refreshes: [],
  });
  const propose = useCall('POST /accounts/:accountId/contracts/:contractId/changes', { quiet: true });
  const version = versions.find(({ id }) => id === draft.versionId);
  const agreeable = useAgreeable(version, draft.level);
  const names = agreeable.data
    ? [...agreeable.data.parameters.map(({ name }) => name), ...agreeable.data.deviations.map(({ promise }) => promise)]
    : [];
  const failed = propose.error ? propose : preview;
  const refused = refusedAgreed(failed.error, names, failed.variables?.body.deviations);
  const wrong = refusedFields(failed.error);
  const body = () => ({
    ...bodyOfDraft(agreeable.data ? fittingDraft(draft, agreeable.data) : draft),
    fromAt: from === '' || from === today ? null : (beginOfDay(from, zone) ?? null),
    note,
  });
  // What was seen is what is saved: another value makes the preview stale.
  const edit = (next: AgreedDraft) => {
    setDraft(next);
    preview.reset();
    propose.reset();
  };
  const show = (event: React.SubmitEvent) => {
    event.preventDefault();
    preview.mutate(
      { params, body: body() },
      { onSuccess: () => requestAnimationFrame(() => seen.current?.scrollIntoView({ block: 'start' })) },
    );
  };
  const save = () =>
    propose.mutate(
      { params, version: contract.version, body: body() },
      { onSuccess: () => router.history.push(`/accounts/${accountId}/contracts/${contract.id}`) },
    );
  return (
    <form onSubmit={show}>
      <Section
        title={`Change “${contract.name}”`}
        says={`Now: ${current.levelTitle}, version ${current.documentVersion}`}
      >
        <ServiceChoice
          versions={versions}
          versionId={draft.versionId}
          level={draft.level}
          onChoose={(versionId, level) => edit({ ...draft, versionId, level })}
        />
        <TextInput
          mt="md"
          type="date"
          label="From which day"
          description="Empty: from now on. What was owed until then stays owed."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={today}
          value={from}
          error={wrong['fromAt']}
          onChange={({ currentTarget }) => {
            setFrom(currentTarget.value);
            preview.reset();
            propose.reset();
          }}
          maw={320}
        />
      </Section>
      {agreeable.data && (
        <AgreedFields agreeable={agreeable.data} draft={draft} zone={zone} refused={refused.fields} onChange={edit} />
      )}
      <RefusalNote error={refused.rest ?? agreeable.error} />
      <RefusedValues refused={refused} />
      <div ref={seen} className={classes['preview']} aria-live="polite">
        {preview.data && (
          <>
            <ChangePreview preview={preview.data} tense="would" />
            <Textarea
              mb="md"
              label="Note"
              description="The customer reads it beside the change."
              autosize
              minRows={2}
              maxLength={4000}
              value={note}
              onChange={({ currentTarget }) => setNote(currentTarget.value)}
            />
          </>
        )}
      </div>
      <div className={classes['actions']}>
        <Button component={Link} href={`/accounts/${accountId}/contracts/${contract.id}`} variant="default">
          Not now
        </Button>
        {preview.data ? (
          <Button loading={propose.isPending} onClick={save}>
            {preview.data.needsApproval ? 'Propose it to the customer' : 'Agree on it'}
          </Button>
        ) : (
          <Button type="submit" loading={preview.isPending} disabled={!agreeable.data}>
            Show what it means
          </Button>
        )}
      </div>
    </form>
  );
}
