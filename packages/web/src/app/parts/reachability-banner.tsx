import { IconPlugConnectedX } from '@tabler/icons-react';
import { useReachable } from '../../api/use-reachable.ts';
import classes from './reachability-banner.module.css';

/** Says that the server does not answer, for as long as it does not. */
export function ReachabilityBanner() {
  const reachable = useReachable();
  return (
    <div role="status">
      {!reachable && (
        <div className={classes['banner']}>
          <IconPlugConnectedX size={16} aria-hidden />
          The server cannot be reached; trying again.
        </div>
      )}
    </div>
  );
}
