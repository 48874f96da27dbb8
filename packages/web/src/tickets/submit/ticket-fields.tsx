import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode, SubmitEvent } from 'react';
import { after } from '../../api/after.ts';
import { useMe } from '../../api/me.ts';
import { useCall } from '../../api/use-call.ts';
import { isUploading } from '../../ledger/record/attach-files.ts';
import { EvidenceFiles } from '../../ledger/record/evidence-files.tsx';
import { refusedFields } from '../../ui/refused-fields.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { attachToDraft } from '../ticket/draft-files.ts';
import { changeDraft, draftKey, forgetDraft, useDraft } from '../ticket/draft-store.ts';
import { ticketHref } from '../ticket.ts';
import { Obstacles } from './obstacles.tsx';
import { obstaclesOfProduct, type Offer, type TicketForm } from './offer.ts';
import { SeverityChoice } from './severity-choice.tsx';
import { forgetChoices, useKeptChoice } from './use-kept-choice.ts';

export type TicketFieldsProps = {
  readonly accountId: string;
  readonly offer: Offer;
  readonly products: TicketForm['products'];
  readonly requesterId: string | undefined;
  readonly severity: number | undefined;
  readonly onSeverity: (severity: number) => void;
  /** Below the severity. */
  readonly children?: ReactNode;
};

/** What the ticket is about. Subject and text are kept until they are submitted, also over a reload. */
export function TicketFields(props: TicketFieldsProps) {
  const { accountId, offer, products, requesterId, severity, onSeverity, children } = props;
  const me = useMe();
  const router = useRouter();
  const keys = { subject: draftKey(me.id, `new-subject.${accountId}`), text: draftKey(me.id, `new.${accountId}`) };
  const { body: subject } = useDraft(keys.subject);
  const draft = useDraft(keys.text);
  const { body, files } = draft;
  const licensed = products.filter((product) => product.licensed);
  const [product, setProduct] = useKeptChoice(accountId, 'product');
  const usual = licensed.length === 1 ? licensed[0] : undefined;
  const productId = (product === undefined ? usual : products.find(({ id }) => id === product))?.id ?? '';
  const submit = useCall('POST /accounts/:accountId/tickets', { quiet: true });
  const fields = refusedFields(submit.error);
  const shut = obstaclesOfProduct(offer, productId);
  const lacks =
    shut.length > 0
      ? 'Choose a product with a licence first.'
      : offer.severities.length > 0 && severity === undefined
        ? 'Choose a severity first.'
        : isUploading(draft)
          ? 'Its files are on their way.'
          : undefined;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (lacks !== undefined || submit.isPending) return;
    const wanted = {
      contractId: offer.contractId,
      kind: offer.kind,
      subject: subject.trim(),
      body,
      fileIds: files.map(({ id }) => id),
      ...(severity === undefined ? {} : { severity }),
      ...(productId === '' ? {} : { productId }),
      ...(requesterId === undefined ? {} : { requesterId }),
    };
    void after(submit.mutateAsync({ params: { accountId }, body: wanted }), (ticket) => {
      forgetDraft(keys.subject);
      forgetDraft(keys.text);
      forgetChoices(me.id, accountId);
      notifications.show({
        title: `#${ticket.reference} is received`,
        message: ticket.next ? `Next: ${ticket.next.title}. Its clock runs.` : 'It stands among your tickets.',
        color: 'spruce',
        withBorder: true,
      });
      router.history.push(ticketHref(ticket));
    });
  };
  return (
    <form onSubmit={send}>
      <Stack>
        <RefusalNote error={submit.error} />
        <TextInput
          label="Subject"
          description="What fails, or what you wish for, in one line."
          required
          withAsterisk={false}
          maxLength={200}
          value={subject}
          error={fields['subject']}
          onChange={({ currentTarget: { value } }) => changeDraft(keys.subject, () => ({ body: value }))}
        />
        {products.length > 0 && (
          <NativeSelect
            label="Product"
            data={[
              { value: '', label: 'None in particular' },
              ...products.map(({ id, name, licensed: isLicensed }) => ({
                value: id,
                label: isLicensed ? name : `${name} (no licence)`,
              })),
            ]}
            value={productId}
            error={fields['productId']}
            onChange={({ currentTarget }) => setProduct(currentTarget.value === '' ? 'none' : currentTarget.value)}
          />
        )}
        {shut.length > 0 && <Obstacles {...{ accountId, offer }} obstacles={shut} />}
        {offer.severities.length > 0 && (
          <SeverityChoice
            choices={offer.severities}
            value={severity}
            onChange={onSeverity}
            error={fields['severity']}
          />
        )}
        {children}
        <Textarea
          label="Description"
          description="What happens, since when, what you tried. Markdown: **bold**, `code`, ``` for logs."
          required
          withAsterisk={false}
          autosize
          minRows={6}
          maxRows={24}
          maxLength={100_000}
          value={body}
          error={fields['body']}
          onChange={({ currentTarget: { value } }) => changeDraft(keys.text, () => ({ body: value }))}
        />
        <EvidenceFiles
          accountId={accountId}
          attached={draft}
          onChange={(by) => changeDraft(keys.text, by)}
          onChoose={(chosen) => attachToDraft(accountId, keys.text, chosen)}
        />
        <Group justify="end">
          {lacks !== undefined && <span style={{ color: 'var(--tm-quiet)' }}>{lacks}</span>}
          <Button type="submit" loading={submit.isPending} disabled={lacks !== undefined}>
            Submit the ticket
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
