import type { Gives } from '@tamarack/contract';
import { countryName } from '../ui/country-name.ts';

export type AccountLineProps = { readonly account: Gives<'GET /accounts/:accountId'> };

/** What tells an account from others, in one line. */
export function AccountLine({ account: { reference, segment, industry, country, zone, closedAt } }: AccountLineProps) {
  const place = country === null ? null : countryName(country);
  const known = [`#${reference}`, segment, industry, place, zone, closedAt === null ? null : 'closed'];
  return known.filter((each) => each !== null).join(' · ');
}
