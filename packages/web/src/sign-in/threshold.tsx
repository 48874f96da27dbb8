import { Outlet } from '@tanstack/react-router';
import { Whorl } from '../ui/whorl.tsx';
import classes from './threshold.module.css';

/** The frame of the pages for which nobody has to be signed in. */
export function Threshold() {
  return (
    <div className={classes['threshold']}>
      <div className={classes['side']} aria-hidden>
        <Whorl size={760} fine className={classes['whorl'] ?? ''} />
        <p className={classes['motto']}>What was promised, and how it was kept.</p>
      </div>
      <main className={classes['main']}>
        <div className={classes['brand']}>
          <Whorl size={26} className={classes['mark'] ?? ''} />
          Tamarack
        </div>
        <Outlet />
      </main>
    </div>
  );
}
