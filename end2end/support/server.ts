// One running portico: its own port, data folder and database, so that workers never meet.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

export interface ServerOptions {
  /** Without the demo firm, as on the first day of production. */
  fresh: boolean;
  engine: 'sqlite' | 'postgres';
  env: Record<string, string>;
  smtpPort: number;
}

const binary = process.env.PORTICO_BIN ?? resolve(import.meta.dirname ?? '.', '../../target/release/portico');
const run = promisify(execFile);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

export class Portico {
  #process: ChildProcess | undefined;
  #log = '';
  #stopping = false;

  private constructor(
    readonly url: string,
    readonly dataDir: string,
    readonly fresh: boolean,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly database: Database | undefined,
  ) {}

  static async start(options: ServerOptions): Promise<Portico> {
    const dataDir = await mkdtemp(join(tmpdir(), 'portico-e2e-'));
    const database = options.engine === 'postgres' ? await createDatabase() : undefined;
    // Nothing of the developer's own settings may reach the server under test.
    const inherited = Object.entries(process.env).filter(([name]) => !/^(PORTICO_|LEPTOS_|DATABASE_URL$)/.test(name));

    for (let attempt = 1; ; attempt += 1) {
      const address = `127.0.0.1:${await freePort()}`;
      const portico = new Portico(
        `http://${address}`,
        dataDir,
        options.fresh,
        {
          ...Object.fromEntries(inherited),
          PORTICO_DATA_DIR: dataDir,
          PORTICO_LISTEN: address,
          PORTICO_PUBLIC_URL: `http://${address}`,
          PORTICO_SMTP_URL: `smtp://127.0.0.1:${options.smtpPort}`,
          // Each browser of a test says where it is, so that the limits of one address never add up over tests.
          PORTICO_TRUSTED_PROXIES: '127.0.0.1/32',
          ...(database ? { PORTICO_DATABASE_URL: database.url } : {}),
          ...options.env,
        },
        database,
      );
      try {
        await portico.launch();
        return portico;
      } catch (error) {
        // Another process may have taken the port in between; anything else is a real failure.
        if (attempt < 3 && /address (already )?in use/i.test(portico.log())) continue;
        await portico.clean();
        throw error;
      }
    }
  }

  /** Everything the server has printed, of all its lives. */
  log(): string {
    return this.#log;
  }

  /** The one-time link that a first start without a demo prints. */
  async setupLink(): Promise<string> {
    const match = await this.waitForLog(/https?:\/\/\S+\/setup\/[\w.~-]+/);
    return match[0];
  }

  async waitForLog(pattern: RegExp, timeout = 10_000): Promise<RegExpExecArray> {
    const deadline = Date.now() + timeout;
    for (;;) {
      const match = pattern.exec(this.#log);
      if (match) return match;
      if (Date.now() > deadline) throw new Error(`The server's log has nothing like ${pattern}:\n${this.#tail()}`);
      await sleep(50);
    }
  }

  /** Ends the server as a crash would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Starts it again with the same data, port and settings. */
  async restart(): Promise<void> {
    await this.#end('SIGTERM');
    await this.launch();
  }

  /** Stops the server and throws if it panicked, ended on its own, or did not stop when asked. */
  async stop(): Promise<void> {
    try {
      await this.#end('SIGTERM');
    } finally {
      await this.clean();
    }
    if (this.#log.includes('panicked')) throw new Error(`The server panicked:\n${this.#around('panicked')}`);
  }

  private async launch(): Promise<void> {
    this.#stopping = false;
    const child = spawn(binary, ['serve', ...(this.fresh ? [] : ['--demo'])], {
      cwd: this.dataDir, // a forgotten relative path shows up as a missing file, not as a file in the checkout
      env: this.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    let gone = '';
    const keep = (chunk: Buffer) => (this.#log += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => (gone = String(error)));
    child.on('exit', (code, signal) => {
      gone = `exit ${code ?? signal}`;
      if (!this.#stopping) this.#log += `\n[ended on its own: ${gone}]\n`;
    });

    const deadline = Date.now() + 60_000;
    while (!(await answers(`${this.url}/readyz`))) {
      if (gone) throw new Error(`portico did not start (${gone}):\n${this.#tail()}`);
      if (Date.now() > deadline) {
        await this.kill();
        throw new Error(`portico was not ready within a minute:\n${this.#tail()}`);
      }
      await sleep(50);
    }
  }

  async #end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child?.pid) return;
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`portico had ended on its own:\n${this.#tail()}`);
    }
    this.#stopping = true;
    const exited = once(child, 'exit');
    child.kill(signal);
    const timely = await Promise.race([exited.then(() => true), sleep(20_000, false, { ref: false })]);
    if (!timely) {
      child.kill('SIGKILL');
      await exited;
      throw new Error(`portico did not stop within 20 s of SIGTERM:\n${this.#tail()}`);
    }
  }

  /** Changes what the server finds in its database, for what takes hours otherwise; only with PostgreSQL. */
  async sql(statement: string): Promise<void> {
    if (!this.database) throw new Error('only servers with PostgreSQL can be changed from outside');
    await run('psql', [this.database.url, '-qc', statement]);
  }

  private async clean(): Promise<void> {
    await this.database?.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  #tail(): string {
    return this.#log.split('\n').slice(-40).join('\n');
  }

  #around(word: string): string {
    const at = this.#log.indexOf(word);
    return this.#log.slice(Math.max(0, at - 500), at + 3000);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

interface Database {
  url: string;
  drop: () => Promise<void>;
}

async function createDatabase(): Promise<Database> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) throw new Error('engine "postgres" needs TEST_POSTGRES_URL: run by way of .ci/e2e or .ci/postgres');
  const name = `e2e_${process.pid}_${Date.now().toString(36)}`;
  const sql = (statement: string) => run('psql', [server, '-qc', statement]);
  await sql(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: async () => void (await sql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)) };
}
