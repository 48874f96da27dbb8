import { expect, test } from 'vitest';
import { changesOf, inputsOf, mergedInputs, type AccountFields } from './account-fields.ts';

const ALDER: AccountFields = {
  name: 'Alder Bank',
  segment: 'Enterprise',
  industry: null,
  country: 'DE',
  zone: 'Europe/Berlin',
  hosts: 2400,
  annualRecurringRevenue: 120_000,
  currency: 'EUR',
};

test('only what was touched is sent, and an emptied field is not known any more', () => {
  expect(changesOf(ALDER, inputsOf(ALDER))).toEqual({});
  const inputs = { ...inputsOf(ALDER), name: ' Alder Bank ', segment: '', country: 'at', hosts: '', currency: 'eur' };
  expect(changesOf(ALDER, inputs)).toEqual({ segment: null, country: 'AT', hosts: null });
  expect(changesOf(ALDER, { ...inputsOf(ALDER), hosts: 0 })).toEqual({ hosts: 0 });
});

test("somebody else's change is taken over, but not over one's own", () => {
  const theirs = { ...ALDER, hosts: 2600, industry: 'Banking' };
  const merged = mergedInputs(ALDER, theirs, { ...inputsOf(ALDER), hosts: 3000, name: 'Alder' });
  expect(merged.changed).toEqual(['industry', 'hosts']);
  expect(merged.inputs).toEqual({ ...inputsOf(theirs), hosts: 3000, name: 'Alder' });
  expect(changesOf(theirs, merged.inputs)).toEqual({ hosts: 3000, name: 'Alder' });
});
