/** A Fastify with one route that answers the bytes it was told, in a process of its own: the limit of whatever is served. */
import fastify from 'fastify';

const server = fastify();
let answer = '';
server.get('/', (_request, reply) => reply.type('application/json; charset=utf-8').send(answer));
process.on('message', (told: { answer: string }) => {
  ({ answer } = told);
  process.send?.('told');
});
// Whoever started it may have been killed.
process.on('disconnect', () => void server.close());
await server.listen({ port: 0, host: '127.0.0.1' });
const address = server.server.address();
process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
