import { lazy, Suspense } from 'react';
import type { RecordFactDrawerProps } from './record-fact-drawer.tsx';

const RecordFactDrawer = lazy(() =>
  import('./record-fact-drawer.tsx').then((module) => ({ default: module.RecordFactDrawer })),
);

/** The form in its drawer, loaded when it is first asked for. */
export function LazyRecordFact(props: RecordFactDrawerProps) {
  return (
    <Suspense>
      <RecordFactDrawer {...props} />
    </Suspense>
  );
}
