import { Group, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type Draft, particularsOf, type RecordableFact } from './draft.ts';

export type ParticularsFieldsProps = {
  readonly row: RecordableFact;
  readonly draft: Draft;
  readonly zone: string;
  readonly onChange: (changed: Partial<Draft>) => void;
};

const SEVERITIES = [
  { value: '', label: 'Choose' },
  ...['1', '2', '3', '4'].map((value) => ({ value, label: `Severity ${value}` })),
];

/** What clocks have to know of this fact: how long, how severe, when it begins. */
export function ParticularsFields({ row, draft, zone, onChange }: ParticularsFieldsProps) {
  const wanted = particularsOf(row);
  const number = (value: string | number) => (typeof value === 'number' ? value : 0);
  return (
    <>
      {wanted.includes('duration') && (
        <Group grow align="start">
          <NumberInput
            label="Hours"
            min={draft.minutes > 0 ? 0 : 1}
            max={1000}
            allowDecimal={false}
            value={draft.hours}
            onChange={(value) => onChange({ hours: number(value) })}
          />
          <NumberInput
            label="Minutes"
            min={0}
            max={59}
            step={15}
            allowDecimal={false}
            value={draft.minutes}
            onChange={(value) => onChange({ minutes: number(value) })}
          />
        </Group>
      )}
      {wanted.includes('severity') && (
        <NativeSelect
          label="Severity"
          required
          data={SEVERITIES}
          value={draft.severity}
          onChange={({ currentTarget }) => onChange({ severity: currentTarget.value })}
        />
      )}
      {wanted.includes('begins') && (
        <TextInput
          type="datetime-local"
          label={`When it begins (${zone.replaceAll('_', ' ')})`}
          description="Promises that have to be kept before it count back from here."
          value={draft.begins}
          onChange={({ currentTarget }) => onChange({ begins: currentTarget.value })}
        />
      )}
    </>
  );
}
