import type { Socket } from 'node:net';

const tooLong = {
  status: '431 Request Header Fields Too Large',
  words: 'The address is too long to be read. Start again from the first page and choose fewer filters.',
};
/** Longer than `patience` allows. */
const tooSlow = {
  status: '408 Request Timeout',
  words: 'The request did not arrive in time. Send it again.',
};
const unreadable = { status: '400 Bad Request', words: 'The request could not be read.' };

const answers: Readonly<Record<string, typeof tooLong>> = {
  HPE_HEADER_OVERFLOW: tooLong,
  ERR_HTTP_REQUEST_TIMEOUT: tooSlow,
};

/**
 * Answers what is not a request that could be read: an address of more than 16 kilobytes, or no HTTP at all. There is
 * no request to make a page for, so that the answer is a line of text.
 */
export function refuseUnreadable(
  headers: Readonly<Record<string, string>>,
): (error: Error & { readonly code?: string }, socket: Socket) => void {
  const always = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const { status, words } = answers[error.code ?? ''] ?? unreadable;
    const body = `${words}\n`;
    socket.end(
      `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\n${always.join('')}Connection: close\r\n\r\n${body}`,
    );
  };
}
