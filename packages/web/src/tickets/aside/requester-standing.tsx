import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useGet } from '../../api/use-get.ts';
import { Link } from '../../ui/link.tsx';
import { dateWords } from '../../ui/time-words.ts';
import type { Ticket } from '../ticket.ts';
import classes from './aside.module.css';
import { standingOf } from './standing-of.ts';

/** Whether who asked is entitled today, and how that is counted: gates (AC5, AC20), licences of the product, seats (AC4). */
export function RequesterStanding({ ticket }: { readonly ticket: Ticket }) {
  const { accountId, requester, product } = ticket;
  const params = { accountId };
  const entitled = useGet('GET /accounts/:accountId/entitlements', { params });
  const people = useGet('GET /accounts/:accountId/people', { params });
  const licences = useGet('GET /accounts/:accountId/licences', { params }, { enabled: product !== null });
  const contract = entitled.data?.contracts.find(({ contractId }) => contractId === ticket.contractId);
  if (!contract || !people.data) return null;
  const roles = people.data.customer.find(({ id }) => id === requester?.id)?.roles ?? [];
  const { needs, seats } = standingOf(contract, `${ticket.kind}.received`, requester?.id, roles);
  const own = licences.data?.rows.filter((licence) => licence.product === product && licence.isValid) ?? [];
  return (
    <section aria-labelledby="entitled">
      <h2 id="entitled">Entitled today</h2>
      <ul className={classes['plain']}>
        {needs.map(({ given, says }) => (
          <li key={says} data-missing={!given || undefined}>
            {given ? <IconCircleCheck size={15} aria-hidden /> : <IconCircleX size={15} aria-hidden />}
            <span>{says}</span>
          </li>
        ))}
        {product !== null && licences.data && (
          <li data-missing={own.length === 0 || undefined}>
            {own.length > 0 ? <IconCircleCheck size={15} aria-hidden /> : <IconCircleX size={15} aria-hidden />}
            <span>
              {own.length === 0
                ? `No valid licence for ${product}.`
                : own.map((licence) => `${product}: ${licenceWords(licence)}`).join('; ')}
            </span>
          </li>
        )}
      </ul>
      {seats.map(({ name, roleTitle, allowed, taken, free, says, sentence }) => (
        <p key={name}>
          {allowed === null
            ? `${roleTitle}: ${taken} named. `
            : `${roleTitle}: ${taken} of ${allowed} seats taken, ${free} free. `}
          <span className={classes['quiet']}>
            {says} {sentence}
          </span>
        </p>
      ))}
      <p className={classes['quiet']}>
        <Link href={`/accounts/${accountId}/people`}>People</Link> ·{' '}
        <Link href={`/accounts/${accountId}/licences`}>Licences</Link>
      </p>
    </section>
  );
}

type Licence = { readonly reference: number; readonly quantity: number | null; readonly validUntil: string | null };

function licenceWords({ reference, quantity, validUntil }: Licence): string {
  const many = quantity === null ? 'unlimited' : quantity.toLocaleString('en-GB');
  return `licence #${reference}, ${many}, ${validUntil === null ? 'without end' : `until ${dateWords(validUntil)}`}`;
}
