import type { Gives } from '@tamarack/contract';

export type Account = Gives<'GET /accounts/:accountId'>;

/** What can be changed of an account, and what people call it. */
export const FIELD_NAMES = {
  name: 'Name',
  segment: 'Segment',
  industry: 'Industry',
  country: 'Country',
  zone: 'Time zone',
  hosts: 'Hosts',
  annualRecurringRevenue: 'Recurring revenue',
  currency: 'Currency',
} as const satisfies Partial<Record<keyof Account, string>>;

export type FieldName = keyof typeof FIELD_NAMES;
export type AccountFields = Pick<Account, FieldName>;
/** As inputs hold them: nothing is an empty text. */
export type FieldInputs = Record<FieldName, string | number>;

const FIELDS = Object.keys(FIELD_NAMES) as readonly FieldName[];

export function inputsOf(account: AccountFields): FieldInputs {
  const { name, segment, industry, country, zone, hosts, annualRecurringRevenue, currency } = account;
  return {
    name,
    segment: segment ?? '',
    industry: industry ?? '',
    country: country ?? '',
    zone,
    hosts: hosts ?? '',
    annualRecurringRevenue: annualRecurringRevenue ?? '',
    currency,
  };
}

function fieldsOf(inputs: FieldInputs): AccountFields {
  const text = (field: FieldName) => String(inputs[field]).trim();
  const orNull = (field: FieldName) => text(field) || null;
  const number = (field: FieldName) => (text(field) === '' ? null : Number(inputs[field]));
  return {
    name: text('name'),
    segment: orNull('segment'),
    industry: orNull('industry'),
    country: text('country').toUpperCase() || null,
    zone: text('zone'),
    hosts: number('hosts'),
    annualRecurringRevenue: number('annualRecurringRevenue'),
    currency: text('currency').toUpperCase(),
  };
}

/** Only what differs from what the form began with: what somebody else changes elsewhere is left alone. */
export function changesOf(before: AccountFields, inputs: FieldInputs): Partial<AccountFields> {
  const after = fieldsOf(inputs);
  return Object.fromEntries(
    FIELDS.filter((field) => after[field] !== before[field]).map((field) => [field, after[field]]),
  );
}

/**
 * After somebody else's change: their values where the form was not touched, one's own where it was; and the fields in which
 * they changed something.
 */
export function mergedInputs(
  before: AccountFields,
  theirs: AccountFields,
  inputs: FieldInputs,
): { readonly inputs: FieldInputs; readonly changed: readonly FieldName[] } {
  const own = changesOf(before, inputs);
  const changed = FIELDS.filter((field) => theirs[field] !== before[field]);
  const taken = inputsOf(theirs);
  const kept = Object.fromEntries(FIELDS.filter((field) => field in own).map((field) => [field, inputs[field]]));
  return { inputs: { ...taken, ...kept }, changed };
}
