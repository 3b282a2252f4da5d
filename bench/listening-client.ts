import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** What came back. */
export interface Heard {
  readonly status: number;
  readonly text: string;
  readonly location: string | undefined;
}

interface Sending {
  readonly ip: string;
  readonly cookie: string;
  readonly method: string;
  readonly body: { readonly type: string; readonly text: string } | undefined;
}

/** Everybody's connections: a reverse proxy holds some to the server and lets people share them. */
export const proxyTo = (address: string, connections: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(address);
  return {
    agent,
    /** One request as the proxy passes it on, with the address of the person who sent it. */
    ask: (
      path: string,
      { ip, cookie, body, method }: Sending,
    ): Promise<Heard & { readonly headers: IncomingHttpHeaders }> =>
      new Promise((resolve, reject) => {
        const typed = body && {
          'content-type': body.type,
          'content-length': Buffer.byteLength(body.text),
          origin: address,
        };
        const headers = {
          'x-forwarded-for': ip,
          'accept-language': 'fr',
          ...(cookie === '' ? {} : { cookie }),
          ...typed,
        };
        const sent = request({ agent, hostname, port, path, method, headers }, (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              text: Buffer.concat(chunks).toString('utf8'),
              location: answer.headers.location,
              headers: answer.headers,
            }),
          );
          answer.on('error', reject);
        });
        sent.on('error', reject);
        sent.end(body?.text);
      }),
  };
};

/** A person at their telephone: keeps the cookies and the hidden field of the page, follows as a browser does. */
export class Phone {
  readonly #proxy: ReturnType<typeof proxyTo>;
  readonly #ip: string;
  readonly #cookies = new Map<string, string>();
  #token = '';

  /** At a network address of their own. */
  constructor(proxy: ReturnType<typeof proxyTo>, ip: string) {
    this.#proxy = proxy;
    this.#ip = ip;
  }

  /** Opens a page. */
  async open(path: string): Promise<Heard> {
    const heard = await this.#ask('GET', path, undefined);
    this.#token = /name="form" value="([^"]+)"/.exec(heard.text)?.[1] ?? this.#token;
    return heard;
  }

  /** Sends a form and reads the page that follows. */
  async send(path: string, fields: { readonly [name: string]: string }): Promise<Heard> {
    const form = new URLSearchParams({ form: this.#token, lang: 'fr', ...fields }).toString();
    const heard = await this.#ask('POST', path, { type: 'application/x-www-form-urlencoded', text: form });
    return heard.status === 303 && heard.location !== undefined ? this.open(heard.location) : heard;
  }

  /** A request of a program that is signed in. */
  json(method: string, path: string, body?: unknown): Promise<Heard> {
    const sent = body === undefined ? undefined : { type: 'application/json', text: JSON.stringify(body) };
    return this.#ask(method, path, sent);
  }

  async #ask(method: string, path: string, body: Sending['body']): Promise<Heard> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const heard = await this.#proxy.ask(path, { ip: this.#ip, cookie, method, body });
    for (const line of heard.headers['set-cookie'] ?? []) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      this.#cookies.set(name, value);
    }
    return heard;
  }
}
