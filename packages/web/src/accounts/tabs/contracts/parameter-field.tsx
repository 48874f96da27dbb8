import { Select, TextInput } from '@mantine/core';
import type { Parameter } from './contract.ts';
import { DurationField } from './duration-field.tsx';

export type ParameterFieldProps = {
  readonly parameter: Parameter;
  /** Calendars that a parameter may name: the description's, and the contract's own. */
  readonly calendars: readonly { readonly name: string; readonly title: string }[];
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
};

const EXAMPLES: Readonly<Record<'times' | 'quantity' | 'text', string>> = {
  times: '2, at least 2, or 1..3',
  quantity: '10 hours',
  text: '',
};

/** One thing that the contract has to say, by its kind; with its bounds, and what holds where it says nothing. */
export function ParameterField({ parameter, calendars, value, error, onChange }: ParameterFieldProps) {
  const { name, is, required } = parameter;
  const label = name.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());
  const usual =
    calendars.find((each) => is === 'calendar' && each.name === parameter.agreed)?.title ?? parameter.agreed;
  const props = { label, description: wordsOf({ ...parameter, agreed: usual }), required, error };
  const order = ['label', 'input', 'description', 'error'] as const;
  if (is === 'duration') return <DurationField {...props} like={parameter.agreed} value={value} onChange={onChange} />;
  if (is === 'calendar') {
    return (
      <Select
        {...props}
        inputWrapperOrder={[...order]}
        clearable={!required}
        placeholder={usual ?? undefined}
        data={calendars.map(({ name: of, title }) => ({ value: of, label: title }))}
        value={value === '' ? null : value}
        onChange={(next) => onChange(next ?? '')}
      />
    );
  }
  return (
    <TextInput
      {...props}
      inputWrapperOrder={[...order]}
      maxLength={500}
      placeholder={parameter.agreed ?? EXAMPLES[is]}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function wordsOf({ says, bounds, agreed }: Parameter): string {
  const parts = [
    says.replace(/[.]?$/, '.'),
    bounds === null ? undefined : `Possible: ${bounds}.`,
    agreed === null ? undefined : `Left empty: ${agreed}.`,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}
