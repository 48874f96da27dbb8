/** Why there is no web application to serve, and what to do. */
export const WEB_REFUSALS = {
  'web.not-built': {
    sentence: 'The web application could not be built.',
    remedy: 'Run `npm run build`, where the whole output shows, as somebody who may write to packages/web.',
  },
} as const satisfies Record<string, { sentence: string; remedy: string }>;
