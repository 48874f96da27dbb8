import { Option } from 'commander';

export const FORMATS = ['text', 'json'] as const;

export type Format = (typeof FORMATS)[number];

/** `--format text|json`: for people or for programs. Every verb that answers has it. */
export function formatOption(): Option {
  return new Option('--format <format>', 'text for people, json for programs').choices(FORMATS).default('text');
}
