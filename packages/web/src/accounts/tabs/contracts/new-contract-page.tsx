import { Button, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { useGet } from '../../../api/use-get.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Link } from '../../../ui/link.tsx';
import { useNow } from '../../../ui/now.ts';
import { QueryState } from '../../../ui/query-state.tsx';
import { refusedFields } from '../../../ui/refused-fields.ts';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { type AgreedDraft, bodyOfDraft, NOTHING_AGREED } from './agreed-draft.ts';
import { AgreedFields } from './agreed-fields.tsx';
import classes from './agreed.module.css';
import { ContractDates, type DatesForm } from './contract-dates.tsx';
import { dayOf } from '../../../ui/wall-time.ts';
import { beginOfDay, endOfDay } from './contract-days.ts';
import { EligibilityNote } from './eligibility-note.tsx';
import { refusedAgreed } from './refused-agreed.ts';
import { RefusedValues } from './refused-values.tsx';
import { ServiceChoice } from './service-choice.tsx';
import { useAgreeable } from './use-agreeable.ts';

const route = getRouteApi('/signed-in/accounts/$accountId/contracts/new');

/** Records a contract that was signed: what of, what it says, from when to when, and by whom. */
export function NewContractPage() {
  const { accountId } = route.useParams();
  const account = useGet('GET /accounts/:accountId', { params: { accountId } });
  const published = useGet('GET /descriptions/published', {});
  return (
    <QueryState query={published}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState
            title="Nothing is published yet"
            action={
              <Button component={Link} href="/agreements" variant="default">
                To the descriptions
              </Button>
            }
          >
            A contract gives the account a level of a published description. Publish one first.
          </EmptyState>
        ) : (
          account.data && <NewContractForm accountId={accountId} zone={account.data.zone} versions={rows} />
        )
      }
    </QueryState>
  );
}

type NewContractFormProps = {
  readonly accountId: string;
  readonly zone: string;
  readonly versions: Parameters<typeof ServiceChoice>[0]['versions'];
};

function NewContractForm({ accountId, zone, versions }: NewContractFormProps) {
  const router = useRouter();
  const today = dayOf(useNow(), zone);
  const [draft, setDraft] = useState<AgreedDraft>(NOTHING_AGREED);
  const [extendsId, setExtendsId] = useState<string | null>(null);
  const contracts = useGet('GET /accounts/:accountId/contracts', { params: { accountId } });
  const form = useForm<DatesForm>({
    initialValues: {
      ...{ name: '', first: today, last: '', renewal: 'none', renewalMonths: 12, noticeDays: 90 },
      ...{ signedForCustomerBy: '', signed: today, note: '' },
    },
  });
  const open = useCall('POST /accounts/:accountId/contracts', { quiet: true });
  const version = versions.find(({ id }) => id === draft.versionId);
  const agreeable = useAgreeable(version, draft.level);
  const isPast = form.values.first !== '' && form.values.first < today;
  const names = agreeable.data
    ? [...agreeable.data.parameters.map(({ name }) => name), ...agreeable.data.deviations.map(({ promise }) => promise)]
    : [];
  const refused = refusedAgreed(open.error, names, open.variables?.body.deviations);
  const submit = form.onSubmit(({ name, first, last, renewal, renewalMonths, noticeDays, signed, ...words }) => {
    const startsAt = beginOfDay(first, zone);
    if (startsAt === undefined) return;
    const body = {
      ...bodyOfDraft(draft),
      name,
      extendsId: version?.isAddOn ? extendsId : null,
      startsAt,
      endsAt: last === '' ? null : (endOfDay(last, zone) ?? null),
      renewal,
      renewalMonths: renewal === 'automatic' ? Number(renewalMonths) : null,
      noticeDays: renewal === 'automatic' && noticeDays !== '' ? Number(noticeDays) : null,
      signedForCustomerBy: words.signedForCustomerBy === '' ? null : words.signedForCustomerBy,
      signedAt: signed === '' ? null : (beginOfDay(signed, zone) ?? null),
      note: words.note,
    };
    open.mutate(
      { params: { accountId }, body },
      {
        onSuccess: ({ id }) => router.history.push(`/accounts/${accountId}/contracts/${id}`),
        onError: (error) =>
          form.setErrors(refusedFields(error, { startsAt: 'first', endsAt: 'last', signedAt: 'signed' })),
      },
    );
  });
  const bases =
    contracts.data?.rows.filter(({ state, extends: of }) => state !== 'ended' && state !== 'proposed' && of === null) ??
    [];
  const choose = (versionId: string, level: string) => {
    const title = versions.find(({ id }) => id === versionId)?.title ?? '';
    if (form.values.name === '' || form.values.name === version?.title) form.setFieldValue('name', title);
    setDraft({ ...NOTHING_AGREED, versionId, level });
    open.reset();
  };
  return (
    <form onSubmit={submit}>
      <Section title="New contract" says="As it was signed">
        <ServiceChoice versions={versions} versionId={draft.versionId} level={draft.level} onChoose={choose} />
        {version?.isAddOn && (
          <Select
            mt="md"
            label="Extends the contract"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            description={agreeable.data?.attachesTo ?? 'An add-on attaches to the contract of a base service.'}
            required
            allowDeselect={false}
            data={bases.map(({ id, name, current }) => ({
              value: id,
              label: current ? `${name}: ${current.title}` : name,
            }))}
            nothingFoundMessage="This account has no contract to extend"
            value={extendsId}
            onChange={setExtendsId}
          />
        )}
        {version && draft.level !== '' && (
          <EligibilityNote accountId={accountId} versionId={version.id} level={draft.level} />
        )}
      </Section>
      {agreeable.data && (
        <AgreedFields
          agreeable={agreeable.data}
          draft={draft}
          zone={zone}
          refused={refused.fields}
          onChange={setDraft}
        />
      )}
      <Section title="From when to when">
        <ContractDates form={form} zone={zone} />
        {isPast && (
          <p className={classes['past']}>
            It began before today, so it would owe things in the past: the customer’s approver agrees first.
          </p>
        )}
      </Section>
      <Section title="Name and signature">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label="Name of the contract" required maxLength={200} {...form.getInputProps('name')} />
          <span />
          <TextInput
            label="Signed for the customer by"
            maxLength={200}
            {...form.getInputProps('signedForCustomerBy')}
          />
          <TextInput type="date" label="Signed on" {...form.getInputProps('signed')} />
        </SimpleGrid>
        <Textarea mt="md" label="Note" autosize minRows={2} maxLength={4000} {...form.getInputProps('note')} />
      </Section>
      <RefusalNote error={refused.rest ?? agreeable.error} />
      <RefusedValues refused={refused} />
      <div className={classes['actions']}>
        <Button component={Link} href={`/accounts/${accountId}/contracts`} variant="default">
          Not now
        </Button>
        <Button type="submit" loading={open.isPending} disabled={!agreeable.data}>
          {isPast ? 'Propose it to the customer' : 'Record the contract'}
        </Button>
      </div>
    </form>
  );
}
