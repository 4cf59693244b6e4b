import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail server for tests: keeps what it is sent, and does as told. */
export interface TestMailServer {
  readonly url: string;
  /** Each with its envelope, its headers and its text, as people read it. */
  readonly received: { readonly to: string; readonly data: string }[];
  /** How it answers the next recipients: `null` takes them. */
  answerTo: (to: string) => string | null;
  readonly close: () => Promise<void>;
}

/** Starts one on this computer. It speaks as much of SMTP (RFC 5321) as a client needs. */
export async function startMailServer(): Promise<TestMailServer> {
  const received: { to: string; data: string }[] = [];
  const sockets = new Set<Socket>();
  const state: Pick<TestMailServer, 'answerTo'> = { answerTo: () => null };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    talk(socket, (to) => state.answerTo(to), received);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    received,
    get answerTo() {
      return state.answerTo;
    },
    set answerTo(answer) {
      state.answerTo = answer;
    },
    close: () => closed(server, sockets),
  };
}

function talk(
  socket: Socket,
  answerTo: (to: string) => string | null,
  received: { to: string; data: string }[],
): void {
  let [waiting, data, to] = ['', null as string | null, ''];
  const say = (line: string) => socket.write(`${line}\r\n`);
  const line = (text: string): void => {
    if (data !== null) {
      if (text !== '.') {
        data += `${text}\n`;
        return;
      }
      received.push({ to, data: plain(data) });
      data = null;
      say('250 kept');
      return;
    }
    const verb = text.slice(0, 4).toUpperCase();
    if (verb === 'RCPT') {
      to = /<([^>]*)>/.exec(text)?.[1] ?? '';
      say(answerTo(to) ?? '250 fine');
    } else if (verb === 'DATA') {
      data = '';
      say('354 go on');
    } else if (verb === 'QUIT') {
      socket.end('221 bye\r\n');
    } else say(verb === 'EHLO' ? '250 test.invalid' : '250 fine');
  };
  socket.setEncoding('utf8');
  socket.on('error', () => undefined);
  socket.on('data', (chunk: string) => {
    waiting += chunk;
    const lines = waiting.split('\r\n');
    waiting = lines.pop() ?? '';
    lines.forEach(line);
  });
  say('220 test.invalid');
}

/** Quoted-printable (RFC 2045) as it is read: what is longer than a line is broken with `=`. */
function plain(data: string): string {
  return data
    .replaceAll('=\n', '')
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'));
}

async function closed(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
}
