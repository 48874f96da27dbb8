/** What a refusal says of single fields; `Refused` of the API has it. */
type WithFields = { readonly fields: readonly { readonly path: string; readonly says: string }[] };

/**
 * The wrong fields of a refusal as Mantine's form wants them: `form.setErrors(refusedFields(error))`. Paths are those of the
 * body sent ("people.0.email"), so a form whose values have the body's shape needs no mapping; `rename` helps where it differs.
 */
export function refusedFields(error: unknown, rename: Readonly<Record<string, string>> = {}): Record<string, string> {
  if (!hasFields(error)) return {};
  return Object.fromEntries(error.fields.map(({ path, says }) => [rename[path] ?? path, says]));
}

function hasFields(error: unknown): error is WithFields {
  return typeof error === 'object' && error !== null && 'fields' in error && Array.isArray(error.fields);
}
