import { Radio, Stack } from '@mantine/core';
import type { Gives } from '@tamarack/contract';
import { Severity } from '../severity.tsx';
import { ChoiceCard } from './choice-card.tsx';
import classes from './severity-choice.module.css';

type Choice = Gives<'GET /accounts/:accountId/ticket-form'>['offers'][number]['severities'][number];

export type SeverityChoiceProps = {
  readonly choices: readonly Choice[];
  readonly value: number | undefined;
  readonly onChange: (severity: number) => void;
  readonly error?: string | undefined;
};

/** AC11: a severity is picked by what it means, with the criteria beside it. */
export function SeverityChoice({ choices, value, onChange, error }: SeverityChoiceProps) {
  return (
    <Radio.Group
      label="Severity"
      description="Take the first that fits, from the top."
      value={value === undefined ? null : String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
      error={error}
    >
      <Stack gap={8} mt={6}>
        {choices.map(({ severity, name, criteria, alsoWithApproval }) => (
          <ChoiceCard
            key={severity}
            value={String(severity)}
            name={
              <>
                <Severity severity={severity} /> {name}
              </>
            }
          >
            {criteria.length > 0 && (
              <span className={classes['criteria']}>
                {criteria.map((each) => (
                  <span key={each}>{each}.</span>
                ))}
              </span>
            )}
            {alsoWithApproval.map((each) => (
              <span key={each} className={classes['also']}>
                Also, once the provider approved it: {each} Ask for that on the ticket.
              </span>
            ))}
          </ChoiceCard>
        ))}
      </Stack>
    </Radio.Group>
  );
}
