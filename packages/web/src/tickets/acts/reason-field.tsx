import { Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';

export type ReasonFieldProps = {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isRequired?: boolean;
  readonly hasFocus?: boolean;
};

/** A reason that stays on record. Ctrl-Enter sends its form, as it sends a reply. */
export function ReasonField(props: ReasonFieldProps) {
  const { label, description, value, onChange, isRequired = true, hasFocus = false } = props;
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <Textarea
      label={label}
      description={description}
      required={isRequired}
      withAsterisk={false}
      data-autofocus={hasFocus || undefined}
      autosize
      minRows={3}
      maxRows={12}
      maxLength={2000}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onKeyDown={press}
    />
  );
}
