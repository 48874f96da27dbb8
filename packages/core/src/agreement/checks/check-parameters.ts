/** Parameters in places of another kind, and defaults outside their own bounds. */
import type { Finding } from '../diagnostics.ts';
import type { Description } from '../grammar/description.ts';
import { cellsOf } from '../words/table.ts';
import { durationOutside, quantityOutside, timesOutside } from './outside-bounds.ts';
import { tablesOf } from './tables.ts';

/** Checks what contracts fill in. */
export function checkParameters(description: Description): Finding[] {
  const parameters = description.parameters ?? {};
  const findings: Finding[] = [];
  const use = (name: string, kind: string, path: readonly (string | number)[]) => {
    const is = parameters[name]?.is;
    if (is !== undefined && is !== kind)
      findings.push({
        code: 'parameter.kind',
        path,
        sentence: `"$${name}" is a ${is}`,
        expected: `a parameter that is a ${kind}`,
      });
  };
  for (const [name, promise] of Object.entries(description.promises)) {
    for (const { of, table, path } of tablesOf(promise)) {
      for (const { level, severity, cell } of cellsOf<unknown>(table)) {
        const inner = [level, severity === undefined ? undefined : String(severity)].filter(
          (step) => step !== undefined,
        );
        if (cell.cell === 'parameter') use(cell.parameter, of, ['promises', name, ...path, ...inner]);
      }
    }
    for (const calendar of promise.calendar ? [promise.calendar.hours, promise.calendar['business-days']] : []) {
      if (typeof calendar !== 'string') use(calendar.parameter, 'calendar', ['promises', name, 'calendar']);
    }
  }
  for (const [name, channel] of Object.entries(description.channels)) {
    if (typeof channel.hours !== 'string') use(channel.hours.parameter, 'calendar', ['channels', name, 'hours']);
  }
  return [...findings, ...checkBounds(parameters)];
}

function checkBounds(parameters: NonNullable<Description['parameters']>): Finding[] {
  return Object.entries(parameters).flatMap(([name, parameter]): Finding[] => {
    const outside = outsideBounds(parameter);
    return outside === undefined
      ? []
      : [{ code: 'parameter.bounds', path: ['parameters', name, 'agreed'], sentence: outside }];
  });
}

/** In words, why what is agreed lies outside the bounds; undefined where it does not. */
export function outsideBounds(parameter: NonNullable<Description['parameters']>[string]): string | undefined {
  if (parameter.agreed === undefined) return undefined;
  switch (parameter.is) {
    case 'times':
      return timesOutside(parameter.agreed, parameter.between);
    case 'duration':
      return durationOutside(parameter.agreed, parameter['at-least'], parameter['at-most']);
    case 'quantity':
      return quantityOutside(parameter.agreed, parameter['at-most']);
    case 'calendar':
    case 'text':
      return undefined;
  }
}
