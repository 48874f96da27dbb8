/** The values that a contract gives to parameters, read and held against their bounds. */
import { granted, refuse, type RefusedValue, type Result } from '../refusals.ts';
import { outsideBounds } from '../agreement/checks/check-parameters.ts';
import { boundsInWords } from '../agreement/in-words/parameter-in-words.ts';
import type { Description } from '../agreement/grammar/description.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { readDuration, type Duration } from '../agreement/words/duration.ts';
import { readQuantity, type Quantity } from '../agreement/words/quantity.ts';
import { readTimes, type Times } from '../agreement/words/times.ts';

type Parameter = NonNullable<Description['parameters']>[string];

export type ParameterValues = {
  readonly durations: ReadonlyMap<string, Duration>;
  readonly times: ReadonlyMap<string, Times>;
  readonly quantities: ReadonlyMap<string, Quantity>;
  readonly calendars: ReadonlyMap<string, string>;
};

/** A refused parameter, by the path that it has in what a contract agrees. */
function refused(name: string, says: string): RefusedValue {
  return { path: `parameters.${name}`, says };
}

/** What a contract has to say: "report-interval (a duration, between 1 day and 3 days: how often …)". */
function asked([name, parameter]: readonly [string, Parameter]): string {
  const bounds = boundsInWords(parameter);
  return `${name} (a ${parameter.is}${bounds === undefined ? '' : `, ${bounds}`}: ${parameter.says})`;
}

/**
 * Reads the agreed values; parameters that the contract leaves out take what the description has
 * agreed. `calendars` are those that may be named. Refuses `parameter.unknown`, `parameter.missing` and `parameter.invalid`.
 */
export function settleParameters(
  description: Description,
  given: Readonly<Record<string, string>>,
  calendars: ReadonlyMap<string, Calendar>,
): Result<ParameterValues> {
  const declared = description.parameters ?? {};
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
  if (unknown.length > 0)
    return refuse(
      'parameter.unknown',
      `There is no parameter ${unknown.join(', ')}; the description has ${Object.keys(declared).join(', ') || 'none'}.`,
      unknown.map((name) => refused(name, 'There is no such parameter.')),
    );
  const missing = Object.entries(declared).filter(
    ([name, parameter]) => parameter.is !== 'text' && parameter.agreed === undefined && !Object.hasOwn(given, name),
  );
  if (missing.length > 0) {
    return refuse(
      'parameter.missing',
      `The contract has to agree on ${missing.map(asked).join('; ')}.`,
      missing.map(([name, { says }]) => refused(name, `The contract has to agree on this: ${says}`)),
    );
  }
  const values = {
    durations: new Map<string, Duration>(),
    times: new Map<string, Times>(),
    quantities: new Map<string, Quantity>(),
    calendars: new Map<string, string>(),
  };
  for (const [name, parameter] of Object.entries(declared)) {
    const text = given[name];
    const agreed = text === undefined ? parameter : withValue(parameter, text);
    const wrong = typeof agreed === 'string' ? agreed : (outsideBounds(agreed) ?? unknownCalendar(agreed, calendars));
    if (wrong !== undefined) return refuse('parameter.invalid', `${name}: ${wrong}.`, [refused(name, `${wrong}.`)]);
    if (typeof agreed !== 'string') keep(name, agreed, values);
  }
  return granted(values);
}

function withValue(parameter: Parameter, text: string): Parameter | string {
  switch (parameter.is) {
    case 'duration': {
      const read = readDuration(text);
      return read.ok ? { ...parameter, agreed: read.value } : `${read.sentence}, expected ${read.expected}`;
    }
    case 'times': {
      const read = readTimes(text);
      return read.ok ? { ...parameter, agreed: read.value } : `${read.sentence}, expected ${read.expected}`;
    }
    case 'quantity': {
      const read = readQuantity(text);
      return read.ok ? { ...parameter, agreed: read.value } : `${read.sentence}, expected ${read.expected}`;
    }
    case 'calendar':
    case 'text':
      return { ...parameter, agreed: text };
  }
}

function unknownCalendar(parameter: Parameter, calendars: ReadonlyMap<string, Calendar>): string | undefined {
  if (parameter.is !== 'calendar' || parameter.agreed === undefined || calendars.has(parameter.agreed))
    return undefined;
  return `no calendar is called "${parameter.agreed}"`;
}

function keep(
  name: string,
  parameter: Parameter,
  values: {
    durations: Map<string, Duration>;
    times: Map<string, Times>;
    quantities: Map<string, Quantity>;
    calendars: Map<string, string>;
  },
): void {
  if (parameter.agreed === undefined) return;
  if (parameter.is === 'duration') values.durations.set(name, parameter.agreed);
  else if (parameter.is === 'times') values.times.set(name, parameter.agreed);
  else if (parameter.is === 'quantity') values.quantities.set(name, parameter.agreed);
  else if (parameter.is === 'calendar') values.calendars.set(name, parameter.agreed);
}
