/** What a contract fills in, within which bounds: "1 to 2 times, as the contract says". */
import type { Description } from '../grammar/description.ts';
import { durationInWords } from '../words/duration.ts';
import { quantityInWords } from '../words/quantity.ts';
import { timesInWords } from '../words/times.ts';
import { calendarInWords } from './owner-in-words.ts';

type Parameter = NonNullable<Description['parameters']>[string];

/** A parameter where it stands for a value. */
export function parameterInWords(name: string, { parameters }: Pick<Description, 'parameters'>): string {
  const parameter = parameters?.[name];
  const bounds = parameter && boundsInWords(parameter);
  return bounds === undefined ? 'as the contract says' : `${bounds}, as the contract says`;
}

/** The bounds within which a contract can agree; undefined where there are none. */
export function boundsInWords(parameter: Parameter): string | undefined {
  switch (parameter.is) {
    case 'times':
      return timesInWords(parameter.between);
    case 'duration': {
      const { 'at-least': least, 'at-most': most } = parameter;
      if (least && most) return `between ${durationInWords(least)} and ${durationInWords(most)}`;
      if (most) return `at most ${durationInWords(most)}`;
      return least && `at least ${durationInWords(least)}`;
    }
    case 'quantity':
      return (
        parameter['at-most'] &&
        (parameter['at-most'].of === 'unlimited' ? 'without limit' : `up to ${quantityInWords(parameter['at-most'])}`)
      );
    case 'calendar':
    case 'text':
      return undefined;
  }
}

/** What holds where a contract says nothing; undefined where every contract has to say. */
export function agreedInWords(parameter: Parameter): string | undefined {
  if (parameter.agreed === undefined) return undefined;
  switch (parameter.is) {
    case 'times':
      return timesInWords(parameter.agreed);
    case 'duration':
      return durationInWords(parameter.agreed);
    case 'quantity':
      return quantityInWords(parameter.agreed);
    case 'calendar':
      return calendarInWords(parameter.agreed);
    case 'text':
      return parameter.agreed;
  }
}
