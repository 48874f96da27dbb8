import { Group, Input, NumberInput, Select } from '@mantine/core';
import { useId, useState } from 'react';

export type DurationFieldProps = {
  readonly label: string;
  readonly description: string;
  readonly required?: boolean;
  /** What holds where nothing is agreed ("30 minutes"): its unit is the likely one. */
  readonly like: string | null;
  /** As the language writes it: "2 business days"; empty where nothing is agreed. */
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
};

const UNITS = ['minute', 'hour', 'business day', 'day', 'week', 'month', 'quarter', 'year'] as const;
const DURATION = /^(\d+) (.+?)s?$/;

/** A number and a unit. What is written otherwise ("1 hour 30 minutes") is kept until the number is changed. */
export function DurationField({
  label,
  description,
  required = false,
  like,
  value,
  error,
  onChange,
}: DurationFieldProps) {
  const id = useId();
  const read = DURATION.exec(value);
  const usual = DURATION.exec(like ?? '');
  const known = UNITS.find((unit) => unit === read?.[2]);
  const [unit, setUnit] = useState<string>(UNITS.find((each) => each === usual?.[2]) ?? 'day');
  const write = (count: string, of: string) =>
    onChange(count === '' || count === '0' ? '' : `${count} ${of}${count === '1' ? '' : 's'}`);
  const shown = known ?? unit;
  return (
    <Input.Wrapper
      id={id}
      label={label}
      description={description}
      required={required}
      error={error}
      descriptionProps={{ mt: 5 }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    >
      <Group gap="xs" wrap="nowrap">
        <NumberInput
          id={id}
          min={1}
          max={999_999}
          allowDecimal={false}
          required={required}
          error={error !== undefined}
          placeholder={usual?.[1]}
          value={read ? Number(read[1]) : ''}
          onChange={(count) => write(String(count), shown)}
          style={{ flex: '0 1 110px' }}
        />
        <Select
          aria-label={`Unit of ${label}`}
          allowDeselect={false}
          data={UNITS.map((each) => ({ value: each, label: `${each}s` }))}
          value={shown}
          onChange={(of) => {
            setUnit(of ?? 'day');
            if (read) write(read[1] ?? '', of ?? 'day');
          }}
          style={{ flex: '1 1 130px' }}
        />
      </Group>
    </Input.Wrapper>
  );
}
