/** Which keys the grammar knows at a place: for "did you mean" and for the list of what is expected. */
import { z } from 'zod';
import { formOf, PROMISE_FORMS } from './grammar/promise.ts';
import { valueAt } from './grammar-findings.ts';

type Path = readonly (string | number)[];
type Schema = z.core.$ZodType;

/** The keys that the mapping at `path` may have; none where any name goes. */
export function knownKeys(schema: Schema, path: Path, root: unknown): string[] {
  let here: Schema[] = [schema];
  for (const [depth, step] of path.entries()) {
    if (depth === 1 && path[0] === 'promises')
      here = [promiseSchema(valueAt(root, path.slice(0, 2)))].flatMap(
        (found) => found ?? here.flatMap((inner) => stepInto(inner, step)),
      );
    else here = here.flatMap((inner) => stepInto(inner, step));
  }
  return [
    ...new Set(here.flatMap(unwrap).flatMap((inner) => (inner instanceof z.ZodObject ? Object.keys(inner.shape) : []))),
  ];
}

function promiseSchema(value: unknown): Schema | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const form = formOf(Object.keys(value));
  return form === undefined ? undefined : PROMISE_FORMS[form];
}

function stepInto(schema: Schema, step: string | number): Schema[] {
  return unwrap(schema).flatMap((inner): Schema[] => {
    if (inner instanceof z.ZodObject) {
      const next: unknown = inner.shape[String(step)];
      return next instanceof z.ZodType ? [next] : [];
    }
    if (inner instanceof z.ZodRecord) return [inner.def.valueType];
    return inner instanceof z.ZodArray ? [inner.def.element] : [];
  });
}

/** The schemas behind optional values, transforms and unions. */
function unwrap(schema: Schema): Schema[] {
  if (schema instanceof z.ZodOptional) return unwrap(schema.def.innerType);
  if (schema instanceof z.ZodPipe) return unwrap(schema.def.in);
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap(unwrap);
  return schema instanceof z.ZodLazy ? unwrap(schema.def.getter()) : [schema];
}
