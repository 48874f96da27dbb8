import type { MantineColorsTuple } from '@mantine/core';

/** Ten shades of each hue, light to dark, as Mantine wants them; what has a meaning takes its colour from tokens.ts. */
export const spruce: MantineColorsTuple = [
  '#edf5f1',
  '#dbe9e2',
  '#b5d3c5',
  '#8bbba6',
  '#5fa286',
  '#418a6e',
  '#2f7359',
  '#1f5c48',
  '#174838',
  '#12332a',
];

export const larch: MantineColorsTuple = [
  '#fdf6e4',
  '#f9ebc6',
  '#f2d791',
  '#ebc25a',
  '#e0a52e',
  '#d9981a',
  '#b57a0c',
  '#8a5b00',
  '#6b4700',
  '#4a3100',
];

/** Neutrals with a little green in them, instead of Mantine's blue ones. */
export const paperGray: MantineColorsTuple = [
  '#f8f6f0',
  '#f0ede4',
  '#e6e2d6',
  '#d8d3c5',
  '#bfbcb0',
  '#a0a097',
  '#868b82',
  '#57615b',
  '#39423d',
  '#1c231f',
];

/** Mantine's `dark` runs from text (0) to ground (7) and below (9). */
export const graphite: MantineColorsTuple = [
  '#e6eae5',
  '#c3cbc5',
  '#a3ada6',
  '#717d76',
  '#3b4540',
  '#2f3733',
  '#1c211f',
  '#151917',
  '#111413',
  '#0c0f0d',
];
