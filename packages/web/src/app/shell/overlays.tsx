import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { createContext, lazy, type ReactNode, Suspense, use, useCallback, useMemo, useState } from 'react';
import type { Me } from '../../api/me.ts';
import { type Destination, recordingAddress, submittingAddress } from '../navigation.ts';
import { OfferShortcuts } from '../page-shortcuts.ts';
import { type Command, type Shortcut, shortcutsFor } from '../shortcuts.ts';
import { useShortcuts } from '../use-shortcuts.ts';

// Loaded when first asked for: neither is needed to see a page.
const Palette = lazy(() => import('../palette/palette.tsx').then((module) => ({ default: module.Palette })));
const ShortcutSheet = lazy(() =>
  import('../palette/shortcut-sheet.tsx').then((module) => ({ default: module.ShortcutSheet })),
);

const Commands = createContext<(command: Command) => void>(() => {});

/** Runs a command of the table of shortcuts. */
export function useCommands(): (command: Command) => void {
  return use(Commands);
}

export type OverlaysProps = {
  readonly me: Me;
  readonly accountId: string | undefined;
  readonly destinations: readonly Destination[];
  readonly children: ReactNode;
};

/** What lies over every page, the palette and the sheet, and the keys that open them. */
export function Overlays({ me, accountId, destinations, children }: OverlaysProps) {
  const router = useRouter();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme();
  const [shown, setShown] = useState<'palette' | 'sheet'>();
  const recording = recordingAddress(me, accountId);
  const submitting = submittingAddress(me, accountId);
  const [ofPage, setOfPage] = useState<readonly Shortcut[]>([]);
  const shortcuts = useMemo(
    () => [...ofPage, ...shortcutsFor(destinations, { recording, submitting })],
    [ofPage, destinations, recording, submitting],
  );
  const run = useCallback(
    (command: Command) => {
      const commands: Readonly<Record<Command, () => void>> = {
        'open-palette': () => setShown('palette'),
        'show-shortcuts': () => setShown('sheet'),
        'change-colours': () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
      };
      commands[command]();
    },
    [scheme, setColorScheme],
  );
  const act = useCallback(
    (shortcut: Shortcut) => {
      if ('does' in shortcut) run(shortcut.does);
      if ('run' in shortcut) shortcut.run();
      if ('href' in shortcut) router.history.push(shortcut.href);
    },
    [router, run],
  );
  useShortcuts(shortcuts, act);
  // The palette closes after its command ran, and the command may have been to show the sheet.
  const close = (one: 'palette' | 'sheet') => setShown((now) => (now === one ? undefined : now));
  return (
    <Commands value={run}>
      <OfferShortcuts value={setOfPage}>{children}</OfferShortcuts>
      <Suspense>
        {shown === 'palette' && <Palette {...{ me, shortcuts, act }} onClose={() => close('palette')} />}
        {shown === 'sheet' && <ShortcutSheet shortcuts={shortcuts} onClose={() => close('sheet')} />}
      </Suspense>
    </Commands>
  );
}
