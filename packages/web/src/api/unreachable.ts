/** The server did not answer at all: it is restarting, or the line is down. Whether it got the request is unknown. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server cannot be reached.', { cause });
    this.name = 'Unreachable';
  }
}

/** What a proxy in front answers while the server behind it is away. */
const GATEWAY = new Set([502, 503, 504]);

/** A gateway's own page is no answer of ours: those carry problem details. */
export function isGatewayAnswer(answer: Response): boolean {
  return GATEWAY.has(answer.status) && !(answer.headers.get('content-type')?.includes('json') ?? false);
}
