import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { readMail, type ReceivedMail } from './received-mail';

export interface MailServerOptions {
  /** 0 takes a free port. */
  readonly port?: number;
  /** TLS from the first byte, with a certificate nobody has signed, and this password for `thidua`. */
  readonly password?: string;
  /** What the server answers to a recipient it does not take; undefined takes them. */
  readonly refuse?: (address: string) => number | undefined;
}

/** A real SMTP server in this process. */
export interface MailServer {
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  close(): Promise<void>;
}

export async function openMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { password, refuse = () => undefined } = options;
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    secure: password !== undefined,
    hideSTARTTLS: true,
    authOptional: password === undefined,
    disabledCommands: password === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    onAuth: ({ password: given }, _session, done) => {
      if (given === password) done(null, { user: 'thidua' });
      else done(new Error('wrong password'));
    },
    onRcptTo: ({ address }, _session, done) => {
      const code = refuse(address);
      if (code === undefined) done();
      else done(Object.assign(new Error(`no <${address}> here`), { responseCode: code }));
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push(readMail(Buffer.concat(chunks).toString('latin1'), to));
        done();
      });
    },
  });
  // A client that goes away is the client's affair.
  server.on('error', () => undefined);
  await new Promise<void>((done) => {
    server.listen(options.port ?? 0, '127.0.0.1', done);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    close: () => new Promise((done) => server.close(done)),
  };
}
