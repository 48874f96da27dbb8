/** Headers that every answer carries: a strict content-security policy, no framing, no sniffing, no referrer. */
import helmet from '@fastify/helmet';
import Fastify from 'fastify';

/** What helmet says to an answer of nothing: it would put the same together anew for each answer, as much work as all our routing. */
export async function safeHeaders(publicUrl: string): Promise<Map<string, string>> {
  const isHttps = publicUrl.startsWith('https:');
  const app = Fastify();
  const headers = new Map<string, string>();
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Mantine and CodeMirror write style attributes and elements; styles run no code.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        frameSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  });
  app.get('/', (_request, reply) => {
    for (const [name, value] of Object.entries(reply.raw.getHeaders())) headers.set(name, String(value));
    return '';
  });
  await app.inject('/');
  await app.close();
  return headers;
}
