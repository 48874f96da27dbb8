/** Why the server refused, from its problem details (RFC 9457). `code` is stable; `fields` says which inputs are wrong. */
export class Refused extends Error {
  readonly code: string;
  readonly status: number;
  readonly remedy: string;
  readonly fields: readonly FieldRefusal[];
  readonly requestId: string | undefined;

  constructor(status: number, problem: ProblemDetails) {
    super(problem.detail ?? 'The server refused this without saying why.');
    this.name = 'Refused';
    this.status = status;
    this.code = problem.code ?? 'server.failed';
    this.remedy = problem.remedy ?? 'Try again; if it lasts, tell the administrator.';
    this.fields = problem.fields ?? [];
    this.requestId = problem['request-id'];
  }
}

export type FieldRefusal = { readonly path: string; readonly says: string };

/** Problem details as they arrive: a proxy in between may answer with something poorer. */
type ProblemDetails = {
  readonly detail?: string;
  readonly code?: string;
  readonly remedy?: string;
  readonly fields?: readonly FieldRefusal[];
  readonly 'request-id'?: string;
};

/** Reads a refusal from an answer, whatever its body is. */
export async function refusedOf(answer: Response): Promise<Refused> {
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  const body: unknown = isJson ? await answer.json().catch(() => ({})) : {};
  return new Refused(answer.status, typeof body === 'object' && body !== null ? readProblem(body) : {});
}

/** better-auth says `message`, and puts no remedy. */
function readProblem(body: object): ProblemDetails {
  if ('detail' in body || !('message' in body) || typeof body.message !== 'string') return body;
  const code = 'code' in body && typeof body.code === 'string' ? body.code : 'sign-in.refused';
  return { detail: body.message, code, remedy: 'Check what you entered and try again.' };
}
