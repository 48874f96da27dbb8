/**
 * The catalogue of what the API refuses: code, HTTP status, sentence and remedy. Core's own refusals
 * (`parameter.invalid` …) pass through as 422. Generated into docs/refusals.md.
 */
export const API_REFUSALS = {
  'request.invalid': {
    status: 400,
    sentence: 'The request cannot be read.',
    remedy: 'Correct the fields that are named; the API documentation shows their shape.',
  },
  'request.too-large': {
    status: 413,
    sentence: 'The request is larger than what is accepted here.',
    remedy: 'Send less; large files go through the upload route.',
  },
  'request.wrong-type': {
    status: 415,
    sentence: 'The body is of a type that is not accepted here.',
    remedy: 'Send application/json, or application/octet-stream where a file is uploaded.',
  },
  'request.cross-site': {
    status: 403,
    sentence: 'The request came from another site.',
    remedy: 'Use the application itself, or an API token without cookies.',
  },
  'request.too-many': {
    status: 429,
    sentence: 'Too many requests in a short time.',
    remedy: 'Wait for as long as the Retry-After header says.',
  },
  'request.key-reused': {
    status: 422,
    sentence: 'The Idempotency-Key was used for another request.',
    remedy: 'Use a new key for a new request.',
  },
  'route.unknown': {
    status: 404,
    sentence: 'There is nothing at this address.',
    remedy: 'Check the address against the API documentation at /api/docs.',
  },
  'sign-in.required': {
    status: 401,
    sentence: 'Nobody is signed in.',
    remedy: 'Sign in, or send an API token as `Authorization: Bearer …`.',
  },
  'sign-in.failed': {
    status: 401,
    sentence: 'Signing in did not work.',
    remedy: 'Check the address and the password, or ask for a link that sets a new one.',
  },
  'sign-in.code-wrong': {
    status: 401,
    sentence: 'The code is not right, or no longer.',
    remedy: 'Enter the code that your app shows now, or use a recovery code; after some minutes sign in anew.',
  },
  'sign-in.not-fresh': {
    status: 403,
    sentence: 'This needs a sign-in of today.',
    remedy: 'Sign out, sign in again, and repeat it.',
  },
  'link.not-valid': {
    status: 410,
    sentence: 'This link was used, has expired or never existed.',
    remedy: 'Ask for a new one.',
  },
  'password.too-weak': {
    status: 422,
    sentence: 'This password is easy to guess.',
    remedy: 'Take a few words that have nothing to do with you, or let a password manager make one.',
  },
  'sign-in.second-factor-required': {
    status: 403,
    sentence: 'This needs a second factor.',
    remedy: 'Set up a second factor in the profile and sign in again.',
  },
  'ticket.not-entitled': {
    status: 403,
    sentence: 'The contract does not entitle you to submit this ticket.',
    remedy: 'Ask your customer administrator or your account team what is missing.',
  },
  'access.denied': {
    status: 403,
    sentence: 'Your role does not allow this.',
    remedy: 'Ask an administrator, or somebody whose role allows it.',
  },
  'record.not-found': {
    status: 404,
    sentence: 'There is no such record, or it is not yours to see.',
    remedy: 'Check the reference; somebody may have to give you access to the account.',
  },
  'edit.conflict': {
    status: 412,
    sentence: 'Somebody changed this in the meantime.',
    remedy: 'Load it again, look at what changed, and repeat your change.',
  },
  'edit.version-missing': {
    status: 428,
    sentence: 'The change does not say which version it is of.',
    remedy: 'Send the ETag that came with the record as If-Match.',
  },
  'value.taken': {
    status: 409,
    sentence: 'This is taken already.',
    remedy: 'Choose another.',
  },
  'value.not-allowed': {
    status: 422,
    sentence: 'This value is not possible here.',
    remedy: 'Correct what is named.',
  },
  'state.not-possible': {
    status: 409,
    sentence: 'This is not possible in the present state.',
    remedy: 'Look at what has happened since; the sentence says what stands in the way.',
  },
  'server.busy': {
    status: 503,
    sentence: 'The server cannot do this just now.',
    remedy: 'Try again in a moment.',
  },
  'server.failed': {
    status: 500,
    sentence: 'Something went wrong on our side.',
    remedy: 'Try again; if it lasts, give the request id to the administrator.',
  },
} as const satisfies Record<string, { status: number; sentence: string; remedy: string }>;

export type ApiRefusalCode = keyof typeof API_REFUSALS;
