// A real SMTP server that keeps what it is sent, for tests that follow a mail to its end.
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  /** Counts from 1 in the order of arrival. */
  id: number;
  /** Envelope recipients, lower case. */
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  /** By lower-case name; repeated headers are joined by line breaks. */
  headers: Record<string, string>;
  raw: string;
  at: Date;
}

export interface WaitOptions {
  /** Only mail that arrived after this one, or after `mail.mark()`. */
  after?: Mail | number;
  timeout?: number;
}

const position = (after: Mail | number | undefined): number => (typeof after === 'object' ? after.id : (after ?? 0));

export class MailSink {
  readonly messages: Mail[] = [];
  /** Recipients turned away by `reject`, in order. */
  readonly rejected: string[] = [];
  readonly #rejections = new Map<string, number>();
  readonly #taken = new Set<number>();
  readonly #server: SMTPServer;

  constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      onRcptTo: ({ address }, _session, done) => {
        const code = this.#rejections.get(address.toLowerCase());
        if (code === undefined) return done();
        this.rejected.push(address.toLowerCase());
        const permanent = code >= 500;
        const text = permanent ? '5.1.1 no such mailbox here' : '4.2.1 mailbox busy, try again later';
        return done(Object.assign(new Error(text), { responseCode: code }));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const recipients = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
          const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
          // Accepted only once it can be read: a broken mail must not look delivered.
          this.#keep(Buffer.concat(chunks), recipients, sender).then(
            () => done(),
            (error: unknown) => done(Object.assign(new Error(String(error)), { responseCode: 554 })),
          );
        });
      },
    });
    this.#server.on('error', () => {}); // a client that hangs up is the client's affair
  }

  async #keep(raw: Buffer, to: string[], from: string): Promise<void> {
    const parsed = await PostalMime.parse(raw);
    const headers: Record<string, string> = {};
    for (const { key, value } of parsed.headers) headers[key] = key in headers ? `${headers[key]}\n${value}` : value;
    this.messages.push({
      id: this.messages.length + 1,
      to,
      from,
      subject: parsed.subject ?? '',
      text: parsed.text ?? '',
      html: parsed.html ?? '',
      headers,
      raw: raw.toString('utf8'),
      at: new Date(),
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready));
  }

  async stop(): Promise<void> {
    await new Promise<void>((done) => this.#server.close(() => done()));
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  /** A place in the stream of mail, for `after`. */
  mark(): number {
    return this.messages.length;
  }

  /** All mail to this address, oldest first. */
  to(address: string): Mail[] {
    return this.messages.filter((mail) => mail.to.includes(address.toLowerCase()));
  }

  /** The newest mail to this address whose subject matches; waits for it to arrive. */
  async waitFor(to: string, subject: RegExp, options: WaitOptions = {}): Promise<Mail> {
    return this.#find(to, options, `with a subject like ${subject}`, (mail) => (subject.test(mail.subject) ? mail : undefined));
  }

  /** The six digits of the newest mailed code that no earlier call has returned; mails write them as `482 913`. */
  async code(to: string, options: WaitOptions = {}): Promise<string> {
    return this.#take(to, options, 'with a six-digit code', (mail) => {
      const digits = /(?<!\d)(\d{3}) ?(\d{3})(?!\d)/;
      const found = digits.exec(mail.subject) ?? digits.exec(mail.text);
      return found ? `${found[1]}${found[2]}` : undefined;
    });
  }

  /** The first matching address in the newest mail (its text part) that no earlier call has returned. */
  async link(to: string, pattern: RegExp, options: WaitOptions = {}): Promise<string> {
    return this.#take(to, options, `with a link like ${pattern}`, (mail) => links(mail).find((url) => pattern.test(url)));
  }

  /** Nothing has come for this address (since `after`), and nothing comes for a while. */
  async none(to: string, options: { after?: Mail | number; ms?: number } = {}): Promise<void> {
    await sleep(options.ms ?? 1500);
    const found = this.to(to).filter((mail) => mail.id > position(options.after));
    if (found.length > 0) throw new Error(`No mail to ${to} was expected, but there is: ${found.map((mail) => mail.subject).join(' | ')}`);
  }

  /** From now on this recipient is turned away: 5xx for good, 4xx for now. Undo with `accept`. */
  reject(to: string, code = 550): void {
    this.#rejections.set(to.toLowerCase(), code);
  }

  accept(to: string): void {
    this.#rejections.delete(to.toLowerCase());
  }

  async #take(to: string, options: WaitOptions, what: string, read: (mail: Mail) => string | undefined): Promise<string> {
    const found = await this.#find(to, options, `not yet used, ${what}`, (mail) => {
      const value = this.#taken.has(mail.id) ? undefined : read(mail);
      return value === undefined ? undefined : { value, mail };
    });
    this.#taken.add(found.mail.id);
    return found.value;
  }

  async #find<T>(to: string, options: WaitOptions, what: string, read: (mail: Mail) => T | undefined): Promise<T> {
    const deadline = Date.now() + (options.timeout ?? 15_000);
    for (;;) {
      for (const mail of this.to(to).toReversed()) {
        const found = mail.id > position(options.after) ? read(mail) : undefined;
        if (found !== undefined) return found;
      }
      if (Date.now() > deadline) {
        const there = this.messages.map((mail) => `  ${mail.id}. to ${mail.to.join(', ')}: ${mail.subject}`).join('\n');
        throw new Error(`No mail to ${to} ${what}. What arrived:\n${there || '  nothing'}`);
      }
      await sleep(50);
    }
  }
}

/** The web addresses in a mail's text part. */
export function links(mail: Mail): string[] {
  return (mail.text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? []).map((url) => url.replace(/[.,;:]+$/, ''));
}
