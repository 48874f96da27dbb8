import type { CSSVariablesResolver } from '@mantine/core';
import { dark, light, type Token } from './tokens.ts';

/** Writes the tokens as `--tm-…`, and leads Mantine's own variables back to them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: schemeOf(light),
  dark: schemeOf(dark),
});

function schemeOf(tokens: Readonly<Record<Token, string>>): Record<string, string> {
  const own = Object.entries(tokens).map(([name, colour]) => [`--tm-${name}`, colour] as const);
  return {
    ...Object.fromEntries(own),
    '--mantine-color-body': tokens.paper,
    '--mantine-color-text': tokens.ink,
    '--mantine-color-dimmed': tokens.quiet,
    '--mantine-color-placeholder': tokens.quiet,
    '--mantine-color-anchor': tokens.accent,
    '--mantine-color-error': tokens.broken,
    '--mantine-color-default': tokens.surface,
    '--mantine-color-default-hover': tokens.sunken,
    '--mantine-color-default-color': tokens.ink,
    '--mantine-color-default-border': tokens.edge,
    '--mantine-color-disabled': tokens.sunken,
    '--mantine-color-disabled-color': tokens.quiet,
    '--mantine-color-disabled-border': tokens.line,
    '--mantine-primary-color-light-color': tokens.accent,
  };
}
