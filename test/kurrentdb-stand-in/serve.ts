// The stand-in as a process of its own: node -r ./test/register.cjs test/kurrentdb-stand-in/serve.ts
// Prints one line of JSON with its connection string, and ends with the process that started it.
import { KurrentDbStandIn } from './kurrentdb-stand-in';

async function main(): Promise<void> {
  const standIn = new KurrentDbStandIn();
  await standIn.start();
  process.stdout.write(`${JSON.stringify({ url: standIn.url })}\n`);
  process.stdin.resume().on('end', () => process.exit(0));
}

void main();
