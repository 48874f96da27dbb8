/** Whatever people may try on tickets, one alone or several at once. */
import fc from 'fast-check';
import {
  comeBack,
  confirm,
  end,
  EVERYBODY,
  handOver,
  judge,
  merge,
  reply,
  type Act,
  type Side,
  type Who,
} from './acts.ts';
import { closeEscalation, decide, escalate, propose, takeFurther, takeUp, withdraw } from './asked-for.ts';

export const anySeverity = fc.integer({ min: 1, max: 3 });
const side = fc.constantFrom<Side[]>('provider', 'customer');
const audience = fc.constantFrom<('shared' | 'internal')[]>('shared', 'shared', 'internal');
const ending = fc.constantFrom<('resolved' | 'closed' | 'declined')[]>('resolved', 'closed', 'declined');
const handsTo = fc.option(side, { nil: undefined });
/** By whoever: most of it is for some of them alone. */
const askedFor = (who: fc.Arbitrary<Who>, place: fc.Arbitrary<number>): fc.Arbitrary<Act> =>
  fc.oneof(
    fc.tuple(who, place, anySeverity).map((args) => propose(...args)),
    fc.tuple(who, place, fc.boolean(), fc.boolean()).map((args) => decide(...args)),
    fc.tuple(who, place, fc.boolean()).map((args) => withdraw(...args)),
    fc.tuple(who, place).map((args) => escalate(...args)),
    fc.tuple(who, place).map((args) => takeFurther(...args)),
    fc.tuple(who, place).map((args) => takeUp(...args)),
    fc.tuple(who, place).map((args) => closeEscalation(...args)),
  );
/** Whatever one of these people may try at one of these places. */
export const actOf = (who: fc.Arbitrary<Who>, place: fc.Arbitrary<number>): fc.Arbitrary<Act> =>
  fc.oneof(
    fc.tuple(who, place, audience, handsTo).map((args) => reply(...args)),
    fc.tuple(who, place).map((args) => confirm(...args)),
    fc.tuple(who, place, side).map((args) => handOver(...args)),
    fc.tuple(who, place, anySeverity).map((args) => judge(...args)),
    fc.tuple(who, place, ending).map((args) => end(...args)),
    fc.tuple(who, place).map((args) => comeBack(...args)),
    fc.tuple(who, place, fc.nat(4)).map((args) => merge(...args)),
    { weight: 2, arbitrary: askedFor(who, place) },
  );
/** Different people, so that the journal tells who came first; mostly at one ticket, sometimes at two. */
export const rush = fc
  .tuple(fc.shuffledSubarray([...EVERYBODY], { minLength: 2, maxLength: 4 }), fc.nat(4))
  .chain(([people, place]) => {
    const near = fc.oneof({ weight: 4, arbitrary: fc.constant(place) }, fc.constant(place + 1));
    return fc.tuple(...people.map((who) => actOf(fc.constant(who), near)));
  });
