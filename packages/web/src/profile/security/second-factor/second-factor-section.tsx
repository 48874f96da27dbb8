import { Button, Group } from '@mantine/core';
import { IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Me } from '../../../api/me.ts';
import { Mark } from '../../../ui/mark.tsx';
import { Section } from '../../../ui/section.tsx';
import { EndSecondFactor } from './end-second-factor.tsx';
import { RenewRecoveryCodes } from './renew-recovery-codes.tsx';
import { SetUpSecondFactor } from './set-up-second-factor.tsx';

type Doing = 'nothing' | 'set-up' | 'renew' | 'end';

/** The six digits of an app beside the password. */
export function SecondFactorSection({ me }: { readonly me: Me }) {
  const [doing, setDoing] = useState<Doing>('nothing');
  const { isOn } = me.secondFactor;
  const back = () => setDoing('nothing');
  return (
    <Section
      title="Second factor"
      says="Six digits from an app on your telephone, beside the password."
      actions={
        isOn ? (
          <Mark says="On" Icon={IconCircleCheck} colour="kept" />
        ) : (
          <Mark says="Off" Icon={IconCircleOff} colour="void" />
        )
      }
    >
      {doing === 'nothing' && (
        <Group>
          {isOn ? (
            <>
              <Button variant="default" onClick={() => setDoing('renew')}>
                New recovery codes
              </Button>
              <Button variant="default" onClick={() => setDoing('end')}>
                Switch off
              </Button>
            </>
          ) : (
            <Button onClick={() => setDoing('set-up')}>Set up a second factor</Button>
          )}
        </Group>
      )}
      {doing === 'set-up' && <SetUpSecondFactor onDone={back} />}
      {doing === 'renew' && <RenewRecoveryCodes onDone={back} />}
      {doing === 'end' && <EndSecondFactor onDone={back} />}
    </Section>
  );
}
