/**
 * A long list of choices that scrolls by itself: Mantine's own scroll area is a region that the keyboard cannot reach, while
 * a list of options moves with the arrows (WCAG 2.1.1).
 */
export const longList = {
  withScrollArea: false,
  styles: { options: { maxHeight: 320, overflowY: 'auto' } },
  comboboxProps: { withinPortal: false },
} as const;
