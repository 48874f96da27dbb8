/** A customer of the demonstration, with what it bought. */
import type { CustomerRole } from '@tamarack/contract';
import type { Deviation } from '@tamarack/core';

export type CastContract = {
  /** The name of a file in services/. */
  readonly service: 'almacare' | 'aws-enterprise' | 'calligo-tam' | 'gitlab-tam' | 'tuxcare-tam';
  readonly level: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly deviations?: readonly Deviation[];
  readonly calendars?: Readonly<Record<string, unknown>>;
  /** Extends the first contract of the account. */
  readonly isAddOn?: true;
  /** Days after the account was opened. */
  readonly after?: number;
  /** Days between signature and beginning; it begins on the day itself where this is left out. */
  readonly lead?: number;
  /** Days from now: it has been agreed, and begins then. */
  readonly ahead?: number;
  /** Months it runs; it has no end where this is left out. */
  readonly months?: number;
  readonly renewal?: 'automatic' | 'on-agreement';
  /** What becomes of it: at which share of the history, and what. */
  readonly turn?:
    | { readonly at: number; readonly is: 'renewed' }
    | { readonly at: number; readonly is: 'ended' }
    | {
        readonly at: number;
        readonly is: 'changed';
        readonly level?: string;
        readonly parameters?: Readonly<Record<string, string>>;
        readonly newest?: true;
      };
};

export type CastPerson = { readonly name: string; readonly zone?: string; readonly roles: readonly CustomerRole[] };

export type CastCustomer = {
  readonly name: string;
  readonly domain: string;
  readonly zone: string;
  readonly country: string;
  readonly industry: string;
  readonly segment: 'enterprise' | 'mid-market' | 'small-business';
  readonly revenue: number;
  readonly currency: string;
  readonly hosts: number;
  /** Days after the beginning on which the account is opened. */
  readonly joins: number;
  /** Who manages it. */
  readonly manager: string;
  /** Days between two incidents. */
  readonly incidents: number;
  readonly product: string;
  readonly people: readonly CastPerson[];
  readonly contracts: readonly CastContract[];
};
