/** What the grammar knows about a place: for "did you mean" and for what is expected there. */
import { z } from 'zod';
import { PROMISE_FORMS } from './grammar/promise.ts';
import { meantForm } from './promise-issues.ts';
import { valueAt } from './value-at.ts';

type Path = readonly (string | number)[];
type Schema = z.core.$ZodType;

/** The keys that the mapping at `path` may have; none where any name goes. */
export function knownKeys(schema: Schema, path: Path, root: unknown): string[] {
  const here = schemasAt(schema, path, root).flatMap(unwrap);
  return [...new Set(here.flatMap((inner) => (inner instanceof z.ZodObject ? Object.keys(inner.shape) : [])))];
}

/** What the grammar says about the value at `path`, where it has words for it. */
export function saidOf(schema: Schema, path: Path, root: unknown): string | undefined {
  const said = schemasAt(schema, path, root)
    .flatMap(wrapped)
    .map((inner) => z.globalRegistry.get(inner)?.description);
  return said.find((words) => words !== undefined);
}

function schemasAt(schema: Schema, path: Path, root: unknown): Schema[] {
  let here: Schema[] = [schema];
  for (const [depth, step] of path.entries()) {
    const form = depth === 1 && path[0] === 'promises' ? promiseSchema(valueAt(root, path.slice(0, 2))) : undefined;
    here = form ? [form] : here.flatMap((inner) => stepInto(inner, step));
  }
  return here;
}

function promiseSchema(value: unknown): Schema | undefined {
  const form = meantForm(value);
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

/** A schema, and what it makes optional: either may say what it is. */
function wrapped(schema: Schema): Schema[] {
  return schema instanceof z.ZodOptional ? [schema, ...wrapped(schema.def.innerType)] : [schema];
}
