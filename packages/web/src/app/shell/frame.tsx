import { AppShell } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { Me } from '../../api/me.ts';
import type { Destination } from '../navigation.ts';
import { Overlays } from './overlays.tsx';
import { BottomBar } from './bottom-bar.tsx';
import classes from './frame.module.css';
import { Header } from './header.tsx';
import { Rail } from './rail.tsx';

export type FrameProps = {
  readonly me: Me;
  readonly accountId: string | undefined;
  readonly destinations: readonly Destination[];
  readonly children: ReactNode;
};

/** Rail at the left, header above, page; on a phone the rail becomes a bar at the bottom. */
export function Frame({ me, accountId, destinations, children }: FrameProps) {
  const isPhone = useMediaQuery('(max-width: 47.99em)', matchMedia('(max-width: 47.99em)').matches);
  return (
    <Overlays me={me} accountId={accountId} destinations={destinations}>
      <a href="#main" className={classes['skip']}>
        Skip to the page
      </a>
      <AppShell
        layout="alt"
        padding={0}
        header={{ height: 48 }}
        navbar={{ width: 200, breakpoint: 'sm', collapsed: { mobile: true } }}
        {...(isPhone ? { footer: { height: 56 } } : {})}
      >
        <AppShell.Header className={classes['header'] ?? ''}>
          <Header me={me} accountId={accountId} />
        </AppShell.Header>
        {isPhone ? (
          <AppShell.Footer withBorder={false}>
            <BottomBar destinations={destinations} />
          </AppShell.Footer>
        ) : (
          <AppShell.Navbar withBorder={false}>
            <Rail me={me} destinations={destinations} />
          </AppShell.Navbar>
        )}
        <AppShell.Main id="main" tabIndex={-1} className={classes['main'] ?? ''}>
          <div className={classes['page']}>{children}</div>
        </AppShell.Main>
      </AppShell>
    </Overlays>
  );
}
