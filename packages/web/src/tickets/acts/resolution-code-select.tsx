import { NativeSelect } from '@mantine/core';
import type { ResolutionCode } from '@tamarack/contract';

const CODES: Readonly<Record<ResolutionCode, string>> = {
  fixed: 'Fixed',
  workaround: 'Workaround given',
  answered: 'Answered',
  'known-error': 'Known error',
  'not-reproducible': 'Cannot be reproduced',
  'not-ours': 'Outside the product',
};

export type ResolutionCodeSelectProps = {
  readonly value: string;
  readonly onChange: (code: string) => void;
};

/** How it was solved, without which no ticket is resolved. */
export function ResolutionCodeSelect({ value, onChange }: ResolutionCodeSelectProps) {
  return (
    <NativeSelect
      label="Code"
      data={Object.entries(CODES).map(([code, called]) => ({ value: code, label: called }))}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
