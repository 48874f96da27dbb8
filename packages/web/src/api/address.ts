/** Below this lie all routes of the contract. */
const BASE = '/api/v1';

/** Splits "GET /accounts/:accountId" and fills it in; what is undefined or null in the query is left out. */
export function addressOf(
  key: string,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, unknown>> = {},
): { readonly method: string; readonly path: string } {
  const [method = 'GET', pattern = '/'] = key.split(' ');
  const path = pattern.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => pairsOf(name, value)));
  return { method, path: `${BASE}${path}${search.size > 0 ? `?${search}` : ''}` };
}

function pairsOf(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each: unknown) => pairsOf(name, each));
  return [[name, typeof value === 'string' ? value : JSON.stringify(value)]];
}
