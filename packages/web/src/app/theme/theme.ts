import { createTheme, rem } from '@mantine/core';
import { graphite, larch, paperGray, spruce } from './palettes.ts';
import classes from './theme.module.css';

/** What lies over the page is as white as a section on it. */
const SHEET = { background: 'var(--tm-surface)' };

/** What is ticked. */
const BOX = { classNames: { input: classes['box'] ?? '', radio: classes['box'] ?? '' } };

/** Dense, calm, small radius; Figtree of our own. */
export const theme = createTheme({
  fontFamily: "'Figtree Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  colors: { spruce, larch, gray: paperGray, dark: graphite },
  primaryColor: 'spruce',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  black: '#1c231f',
  defaultRadius: 'sm',
  radius: { xs: rem(2), sm: rem(4), md: rem(6), lg: rem(8), xl: rem(12) },
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(19) },
  spacing: { xs: rem(6), sm: rem(10), md: rem(14), lg: rem(20), xl: rem(28) },
  headings: {
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: rem(21), lineHeight: '1.25' },
      h2: { fontSize: rem(16), lineHeight: '1.3' },
      h3: { fontSize: rem(14), lineHeight: '1.4' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusClassName: classes['focus'] ?? '',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Checkbox: BOX,
    Radio: BOX,
    TextInput: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true, events: { hover: true, focus: true, touch: false } } },
    Modal: { styles: { title: { fontSize: rem(16), fontWeight: 650 }, header: SHEET, content: SHEET } },
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' } },
      // Mantine's own grey below a title is too pale to be read (SC 1.4.3).
      styles: { description: { color: 'var(--tm-quiet)' } },
    },
    // Mantine's placeholder for the first focus is no item, and a menu may hold nothing else; the first item takes it instead.
    Menu: { defaultProps: { shadow: 'md', withInitialFocusPlaceholder: false } },
  },
});
