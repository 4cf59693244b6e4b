import type { Socket } from 'node:net';

const tooLong = {
  status: '431 Request Header Fields Too Large',
  words:
    'The address is too long to be read. Start again from the list of authorities and choose fewer filters.',
};
const unreadable = { status: '400 Bad Request', words: 'The request could not be read.' };

/**
 * Answers what is not a request that could be read: an address of more than 16 kilobytes, or no HTTP at all. There is
 * no request to make a page for, so that the answer is a line of text.
 */
export function refuseUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, words } = error.code === 'HPE_HEADER_OVERFLOW' ? tooLong : unreadable;
  const body = `${words}\n`;
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n${body}`,
  );
}
