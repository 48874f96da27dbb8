import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { useForm } from '@mantine/form';
import { RENEWALS } from './renewals.ts';

export type DatesForm = {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly renewal: keyof typeof RENEWALS;
  readonly renewalMonths: number | string;
  readonly noticeDays: number | string;
  readonly signedForCustomerBy: string;
  readonly signed: string;
  readonly note: string;
};

export type ContractDatesProps = {
  readonly form: ReturnType<typeof useForm<DatesForm>>;
  readonly zone: string;
};

/** From which day to which, and what happens then. Days are those of the account. */
export function ContractDates({ form, zone }: ContractDatesProps) {
  const isAutomatic = form.values.renewal === 'automatic';
  const place = zone.replaceAll('_', ' ');
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        type="date"
        label="First day"
        description={`It begins with this day in ${place}.`}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        {...form.getInputProps('first')}
      />
      <TextInput
        type="date"
        label="Last day"
        description="Empty: it runs until somebody ends it."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required={isAutomatic}
        {...form.getInputProps('last')}
      />
      <Select
        label="After the last day"
        allowDeselect={false}
        data={Object.entries(RENEWALS).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('renewal')}
      />
      {isAutomatic ? (
        <SimpleGrid cols={2}>
          <NumberInput
            label="By how many months"
            min={1}
            max={120}
            allowDecimal={false}
            required
            {...form.getInputProps('renewalMonths')}
          />
          <NumberInput
            label="Notice, in days"
            min={0}
            max={730}
            allowDecimal={false}
            {...form.getInputProps('noticeDays')}
          />
        </SimpleGrid>
      ) : (
        <span />
      )}
    </SimpleGrid>
  );
}
