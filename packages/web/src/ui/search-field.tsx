import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type Ref, useState } from 'react';

export type SearchFieldProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (words: string | undefined) => void;
  readonly ref?: Ref<HTMLInputElement>;
};

/** Between two keys of somebody who types on. */
const TYPING_MS = 250;

/** A field that finds while one types. What the address holds replaces what stands in it, as after "back". */
export function SearchField({ label, value = '', onChange, ref }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const settle = useDebouncedCallback(
    (words: string) => onChange(words.trim() === '' ? undefined : words.trim()),
    TYPING_MS,
  );
  if (known !== value) {
    setKnown(value);
    if (typed.trim() !== value) setTyped(value);
  }
  const change = (words: string) => {
    setTyped(words);
    settle(words);
  };
  return (
    <TextInput
      ref={ref}
      size="xs"
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={200}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        typed === '' ? null : <CloseButton size="xs" aria-label="Clear the search" onClick={() => change('')} />
      }
      value={typed}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
}
