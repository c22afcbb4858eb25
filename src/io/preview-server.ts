import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBytes } from './files.ts';

/** A server for the browser on this machine alone. */
export interface Preview {
  url: string;
  /** Tells every open page something, and every page that opens later. */
  tell(message: string): void;
  close(): Promise<void>;
}

/** What is shown: a page around documents, which are files by the name under which they are asked for. */
export interface Shown {
  page: string;
  /** The Content-Security-Policy of that page. */
  policy: string;
  documents: ReadonlyMap<string, string>;
}

/**
 * Starts a server on 127.0.0.1. Its address holds a word that nobody else on this machine can guess, and a page elsewhere that calls
 * itself by another name gets nothing. It gives the page and the documents that `shown` names, and no other file.
 */
export async function startPreview(shown: Shown): Promise<Preview> {
  const secret = randomBytes(16).toString('hex');
  const listeners = new Set<ServerResponse>();
  let last: string | undefined;
  const server = createServer((request, response) => {
    const name = nameAsked(request, secret, (server.address() as AddressInfo | null)?.port);
    if (name === undefined) return refuse(response, 403);
    if (name === '') return send(response, 'text/html', shown.page, { 'content-security-policy': shown.policy });
    if (name === 'berichten') return listen(response, listeners, last);
    const path = shown.documents.get(name);
    return path === undefined ? refuse(response, 404) : sendFile(response, path);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/${secret}/`,
    tell(message) {
      last = message;
      for (const listener of listeners) listener.write(eventOf(message));
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

/** What is asked for behind the secret word; nothing where it is asked in another way. */
function nameAsked({ method, url = '', headers: { host } }: IncomingMessage, secret: string, port = 0): string | undefined {
  const start = `/${secret}/`;
  if (method !== 'GET' || host !== `127.0.0.1:${port}` || !url.startsWith(start)) return undefined;
  try {
    return decodeURIComponent(url.slice(start.length).split('?', 1)[0] ?? '');
  } catch {
    return undefined;
  }
}

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

function send(response: ServerResponse, type: string, body: string | Uint8Array, more: Record<string, string> = {}): void {
  response.writeHead(200, { ...HEADERS, 'content-type': `${type}; charset=utf-8`, ...more }).end(body);
}

function sendFile(response: ServerResponse, path: string): void {
  try {
    send(response, 'text/html', readBytes(path));
  } catch {
    refuse(response, 404);
  }
}

function refuse(response: ServerResponse, code: 403 | 404): void {
  response.writeHead(code, HEADERS).end();
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>, last: string | undefined): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
  listeners.add(response);
  response.once('close', () => listeners.delete(response));
  response.write(last === undefined ? ': begin\n\n' : eventOf(last));
}

function eventOf(message: string): string {
  return `data: ${JSON.stringify(message)}\n\n`;
}
