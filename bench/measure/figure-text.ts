import { type Aim, type Figure, isMet } from './figure.ts';

/** A number to three digits: more would pretend that the machine was quieter than it was. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(Number(value.toPrecision(3))).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

/** "1,230 (1,190–1,280)" */
export function spreadText({ median, least, most, rounds }: Figure): string {
  return rounds < 2 ? numberText(median) : `${numberText(median)} (${numberText(least)}–${numberText(most)})`;
}

/** "≥ 50: met"; empty where nothing is aimed at. */
export function aimText(figure: Figure): string {
  return figure.aim ? `${limitText(figure.aim)}: ${isMet(figure) ? 'met' : 'MISSED'}` : '';
}

function limitText(aim: Aim): string {
  return 'atLeast' in aim ? `≥ ${numberText(aim.atLeast)}` : `≤ ${numberText(aim.atMost)}`;
}
