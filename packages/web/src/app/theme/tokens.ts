/**
 * The colours that have a meaning, in both schemes: spruce and larch gold on calm paper and graphite. Each becomes the
 * CSS variable `--tm-<name>`. contrast.test.ts holds every text and every edge against what it stands on (WCAG 2.2 AA).
 */
export const light = {
  paper: '#f8f6f0',
  surface: '#ffffff',
  sunken: '#f0ede4',
  ink: '#1c231f',
  quiet: '#57615b',
  line: '#e0dbce',
  /** The outline of what can be used: fields, check boxes. */
  edge: '#868b82',
  accent: '#1f5c48',
  gold: '#8a5b00',
  larch: '#d9981a',
  rail: '#12332a',
  railInk: '#dfe9e3',
  railQuiet: '#9db8ac',
  kept: '#1f6b4a',
  open: '#1c5d8c',
  paused: '#6a4fa0',
  broken: '#b3261e',
  waived: '#7a5a12',
  void: '#5f6661',
} as const;

export type Token = keyof typeof light;

export const dark = {
  paper: '#151917',
  surface: '#1c211f',
  sunken: '#111413',
  ink: '#e6eae5',
  quiet: '#a3ada6',
  line: '#2f3733',
  edge: '#717d76',
  accent: '#74c5a4',
  gold: '#e8b84f',
  larch: '#e0a52e',
  rail: '#0e1a16',
  railInk: '#dfe9e3',
  railQuiet: '#93aea2',
  kept: '#71cba0',
  open: '#84bdec',
  paused: '#bda9e6',
  broken: '#ff9185',
  waived: '#dcb867',
  void: '#a4aba6',
} as const satisfies Record<Token, string>;
