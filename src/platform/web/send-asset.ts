import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asset } from './assets.ts';

/** Sends what never changes under its address, packed as the browser likes it. */
export function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset): FastifyReply {
  const accepted = request.headers['accept-encoding'] ?? '';
  const coding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null;
  if (coding !== null) reply.header('content-encoding', coding);
  return reply
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('vary', 'accept-encoding')
    .type(asset.type)
    .send(coding === 'br' ? asset.brotli : coding === 'gzip' ? asset.gzip : asset.body);
}

/** Quotes and line ends would end the header early. */
export function safeFileName(name: string): string {
  return name.replaceAll(/[^\w .-]/g, '-');
}
