import { createTransport } from 'nodemailer';
import type { Letter } from '../letter';
import { bareAddress, type MailSettings } from './mail-settings';

/**
 * `sent`: the server has acknowledged it. `refused`: it never will. `deferred`: it may later. `away`: nothing can be sent
 * now, whoever it is for. Reasons are codes: what a server says names addresses.
 */
export type Posted =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused' | 'deferred'; readonly reason: string }
  | { readonly outcome: 'away'; readonly reason: string };

/** Something that sends letters. */
export interface Post {
  /** What stands after the @ in the ids of letters. */
  readonly domain: string;
  send(address: string, letter: Letter): Promise<Posted>;
  close(): void;
}

const TIMEOUT_MS = 30_000;

/** Faults of one letter; every other fault is one of the server or the way to it. */
const OF_THE_LETTER: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE']);

/** Connects with the first letter. TLS as the URL says: `smtps://`, or STARTTLS wherever the server offers it. */
export function openPost({ smtpUrl, from }: MailSettings): Post {
  const transport = createTransport(
    {
      url: smtpUrl,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return {
    domain: bareAddress(from).split('@').at(-1) ?? 'localhost',
    send: async (address, { messageId, subject, text, html }) => {
      try {
        await transport.sendMail({
          to: address,
          messageId,
          subject,
          text,
          html,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
        return { outcome: 'sent' };
      } catch (error) {
        return judge(error);
      }
    },
    close: () => {
      transport.close();
    },
  };
}

/** What a fault means for the letter, in words that hold no address. */
function judge(error: unknown): Posted {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const name = typeof code === 'string' ? code : 'ESMTP';
  const status = typeof responseCode === 'number' ? responseCode : null;
  const reason = status === null ? name : `${name} ${status}`;
  if (!OF_THE_LETTER.has(name)) return { outcome: 'away', reason };
  return { outcome: status !== null && status < 500 ? 'deferred' : 'refused', reason };
}
