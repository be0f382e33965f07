import type { CommandFailure } from '../failures/command-failure';
import { readLines } from './read-lines';
import { failureOf, unreachable } from './problem-answer';

/** Parameters of an address; those that are undefined are left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** Headers beside those the client sets itself. */
export type Headers = Readonly<Record<string, string>>;

/**
 * The HTTP API as commands see it. Every call rejects with `CommandFailure`: the API's own Vietnamese sentence when it
 * refused, otherwise one that says the server cannot be reached. Answers are unknown until a schema has read them.
 */
export interface ApiClient {
  /** Where the API answers, for messages. */
  readonly url: string;
  /** Asks a question. `path` begins with `/v1/`. */
  get(path: string, query?: Query): Promise<unknown>;
  /** Sends a JSON body. */
  post(path: string, body?: unknown, headers?: Headers): Promise<unknown>;
  /** Sends a file as it is. */
  upload(path: string, bytes: Uint8Array, query?: Query): Promise<unknown>;
  /** Takes a file as it is. */
  download(path: string, query?: Query): Promise<Uint8Array>;
  /** Reads an NDJSON stream, one value at a time, however long it is. */
  lines(path: string, query?: Query): AsyncGenerator;
}

export interface ApiClientOptions {
  readonly url: string;
  /** Sent with every request: token, actor, time of the act. */
  readonly headers: Headers;
}

export function apiClient({ url, headers }: ApiClientOptions): ApiClient {
  const request = async (path: string, init: RequestInit, query: Query = {}): Promise<Response> => {
    const address = addressOf(url, path, query);
    const merged = { ...headers, ...(init.headers as Headers | undefined) };
    const response = await fetch(address, { ...init, headers: merged }).catch((cause: unknown) => {
      throw unreachable(url, cause);
    });
    if (!response.ok) throw await refusal(response);
    return response;
  };
  const json = { Accept: 'application/json' };
  return {
    url,
    get: async (path, query) => read(await request(path, { headers: json }, query)),
    post: async (path, body = {}, extra = {}) =>
      read(
        await request(path, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { ...json, 'Content-Type': 'application/json', ...extra },
        }),
      ),
    upload: async (path, bytes, query) =>
      read(
        await request(
          path,
          { method: 'POST', body: bytes, headers: { ...json, 'Content-Type': 'text/plain' } },
          query,
        ),
      ),
    download: async (path, query) => {
      const response = await request(path, {}, query);
      const bytes = await response.arrayBuffer().catch((cause: unknown) => {
        throw unreachable(url, cause);
      });
      return new Uint8Array(bytes);
    },
    lines: async function* (path, query) {
      const ndjson = { Accept: 'application/x-ndjson' };
      const { body } = await request(path, { headers: ndjson }, query);
      if (body !== null) yield* readLines(body, url);
    },
  };
}

/** The server may stand under a path of its own (`https://so.gov.vn/thidua`), which the API's paths go behind. */
function addressOf(url: string, path: string, query: Query): URL {
  const address = new URL(url.replace(/\/+$/, '') + path);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) address.searchParams.set(name, String(value));
  }
  return address;
}

async function refusal(response: Response): Promise<CommandFailure> {
  const text = await response.text().catch(() => '');
  return failureOf(response.status, text);
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text().catch((cause: unknown) => {
    throw unreachable(response.url, cause);
  });
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    throw failureOf(502, text);
  }
}
