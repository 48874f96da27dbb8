import { NativeSelect, TextInput } from '@mantine/core';
import type { TicketTerms } from '../terms/what-to-ask.ts';

export type GroundFieldProps = {
  /** Those of the description under which the ticket was received. */
  readonly grounds: TicketTerms['grounds'];
  readonly value: string;
  readonly onChange: (ground: string) => void;
};

/** AC18: on which ground something is declined: one of the description's; in one's own words where it names none. */
export function GroundField({ grounds, value, onChange }: GroundFieldProps) {
  const chosen = grounds.find(({ ground }) => ground === value);
  if (grounds.length === 0)
    return (
      <TextInput
        label="Ground"
        description="The service description names none."
        maxLength={80}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  const means = chosen && [...(chosen.says === null ? [] : [chosen.says]), ...chosen.items].join('; ');
  return (
    <NativeSelect
      label="Ground"
      description={means === undefined || means === '' ? 'As the service description has it.' : means}
      required
      withAsterisk={false}
      data={[
        { value: '', label: 'Choose one' },
        ...grounds.map(({ ground, title }) => ({ value: ground, label: title })),
      ]}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
