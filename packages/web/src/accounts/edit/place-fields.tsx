import { NumberInput, TextInput } from '@mantine/core';
import { ZoneSelect } from '../../ui/zone-select.tsx';

export type PlaceFieldsProps = {
  /** `getInputProps` of a form with these fields. */
  readonly inputProps: (field: 'zone' | 'country' | 'hosts') => object;
};

/** Where an account is and how large: what calendars and promises depend on. */
export function PlaceFields({ inputProps }: PlaceFieldsProps) {
  return (
    <>
      <ZoneSelect
        label="Time zone"
        description="Deadlines are shown in it beside the viewer's own."
        {...inputProps('zone')}
      />
      <TextInput label="Country" placeholder="DE" maxLength={2} {...inputProps('country')} />
      <NumberInput label="Hosts" description="Many promises depend on it." min={0} {...inputProps('hosts')} />
    </>
  );
}
